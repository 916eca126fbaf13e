package io.bellwether.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
    packages = "io.bellwether.benchmarks",
    importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
  @ArchTest
  static final ArchRule thePlainPipeIsOnlyWhatItSays =
      noClasses()
          .that()
          .resideInAPackage("..benchmarks.plain..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..",
              "org.apache.kafka.connect..",
              "io.bellwether.quickstart..",
              "..benchmarks.measure..");

  @ArchTest
  static final ArchRule ofTheAnalyzerOnlyItsScorersAreUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.bellwether.analyzer",
              "io.bellwether.analyzer.config..",
              "io.bellwether.analyzer.feedback..",
              "io.bellwether.connect..");
}
