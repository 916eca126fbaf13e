package io.bellwether.connect.slack.source;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.bellwether.connect",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {
  private static final String SOURCE = "io.bellwether.connect.slack.source";

  @ArchTest
  static final ArchRule theServiceSideKnowsNoKafka =
      noClasses()
          .that()
          .resideInAPackage(SOURCE + ".api..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule mappingKnowsNoHttp =
      noClasses()
          .that()
          .resideInAPackage(SOURCE + ".mapping..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "com.slack.api..", SOURCE + ".api..");

  @ArchTest
  static final ArchRule positionsKnowNeitherServiceNorMapping =
      noClasses()
          .that()
          .resideInAPackage(SOURCE + ".offset..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "okhttp3..", "com.slack.api..", SOURCE + ".api..", SOURCE + ".mapping..");

  @ArchTest
  static final ArchRule whatIsSharedKnowsNoConnector =
      noClasses()
          .that()
          .resideOutsideOfPackage(SOURCE + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SOURCE + "..");

  @ArchTest
  static final ArchRule connectorsDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage(SOURCE + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.bellwether.connect.slack.sink..");
}
