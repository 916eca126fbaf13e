package io.bellwether.connect.nomics.source;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.bellwether.connect",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {
  private static final String SOURCE = "io.bellwether.connect.nomics.source";

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
          .resideInAnyPackage("okhttp3..", "com.fasterxml..", SOURCE + ".api..");

  @ArchTest
  static final ArchRule positionsKnowNeitherServiceNorMapping =
      noClasses()
          .that()
          .resideInAPackage(SOURCE + ".offset..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "okhttp3..", "com.fasterxml..", SOURCE + ".api..", SOURCE + ".mapping..");

  @ArchTest
  static final ArchRule theScheduleKnowsNothingButTime =
      noClasses()
          .that()
          .resideInAPackage(SOURCE + ".schedule..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("java..", SOURCE + ".schedule..");

  @ArchTest
  static final ArchRule whatIsSharedKnowsNoConnector =
      noClasses()
          .that()
          .resideOutsideOfPackage(SOURCE + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SOURCE + "..");
}
