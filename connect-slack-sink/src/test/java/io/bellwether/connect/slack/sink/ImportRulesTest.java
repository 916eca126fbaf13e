package io.bellwether.connect.slack.sink;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.bellwether.connect.slack.SlackApi;

@AnalyzeClasses(
    packages = "io.bellwether.connect.slack.sink",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {
  private static final String SINK = "io.bellwether.connect.slack.sink";
  private static final String[] HTTP = {"com.slack..", "okhttp3..", "java.net.."};

  @ArchTest
  static final ArchRule onlyTheApiKnowsHttp =
      noClasses()
          .that(are(not(resideInAPackage(SINK + ".api"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HTTP);

  @ArchTest
  static final ArchRule theApiKnowsNoKafka =
      noClasses()
          .that()
          .resideInAPackage(SINK + ".api")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule mappingKnowsNeitherSlacksApiNorDelivery =
      noClasses()
          .that()
          .resideInAPackage(SINK + ".mapping")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SINK + ".api", SINK + ".delivery", SINK)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(SlackApi.class);

  @ArchTest
  static final ArchRule deliveryDoesNotKnowHowTheServiceIsReached =
      noClasses()
          .that()
          .resideInAPackage(SINK + ".delivery")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SINK + ".api", SINK)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(SlackApi.class);

  @ArchTest
  static final ArchRule nothingComesFromOtherConnectorsOrTheStandIns =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages(
              "io.bellwether.connect.slack.source..",
              "io.bellwether.standin..",
              "io.bellwether.quickstart..",
              "com.fasterxml..");
}
