package io.bellwether.connect.twitter.source;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.bellwether.connect",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {
  private static final String SOURCE = "io.bellwether.connect.twitter.source";

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
          .resideInAnyPackage("okhttp3..", "twitter4j..", SOURCE + ".api..");

  @ArchTest
  static final ArchRule positionsKnowNoService =
      noClasses()
          .that()
          .resideInAPackage(SOURCE + ".offset..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", SOURCE + ".api..", SOURCE + ".read..");

  @ArchTest
  static final ArchRule onlyTheServiceSideSigns =
      noClasses()
          .that()
          .resideOutsideOfPackage(SOURCE + ".api..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("twitter4j..");

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
          .resideInAnyPackage("io.bellwether.connect.slack..", "io.bellwether.connect.nomics..");
}
