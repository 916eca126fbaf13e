package io.bellwether.analyzer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.bellwether.analyzer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {
  private static final String SPARK = "org.apache.spark..";

  @ArchTest
  static final ArchRule theAnalyzerKnowsNoConnector =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.bellwether.connect..", "org.apache.kafka.connect..");

  @ArchTest
  static final ArchRule scorersKnowNeitherSparkNorTopics =
      noClasses()
          .that()
          .resideInAPackage("io.bellwether.analyzer.scorer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              SPARK,
              "org.apache.kafka.clients..",
              "io.bellwether.analyzer.config..",
              "io.bellwether.analyzer.feedback..");

  @ArchTest
  static final ArchRule configurationKnowsNoSpark =
      noClasses()
          .that()
          .resideInAPackage("io.bellwether.analyzer.config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              SPARK, "io.bellwether.analyzer.job..", "io.bellwether.analyzer.feedback..");

  @ArchTest
  static final ArchRule whatJobsShareKnowsNoJob =
      noClasses()
          .that()
          .resideInAPackage("io.bellwether.analyzer.job..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.bellwether.analyzer.feedback..", "io.bellwether.analyzer.trades..");

  @ArchTest
  static final ArchRule whatHappensToATradeKnowsNeitherSparkNorKafka =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..trades.trade..",
              "..trades.state..",
              "..trades.candle..",
              "..trades.indicator..",
              "..trades.forecast..",
              "..trades.watch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPARK, "org.apache.kafka..");

  @ArchTest
  static final ArchRule whatHappensToOneRecordKnowsNoSpark =
      noClasses()
          .that()
          .haveNameMatching(".*\\.feedback\\.(Feedback(Reader|Scoring)|Reading|Json|RecordLimit)")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(SPARK);

  @ArchTest
  static final ArchRule whatIsKnownOfTripsKnowsNeitherSparkNorTopics =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.bellwether.analyzer.trips.cleaning..",
              "io.bellwether.analyzer.trips.statistics..",
              "io.bellwether.analyzer.trips.alerts..",
              "io.bellwether.analyzer.trips.files..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPARK, "org.apache.kafka..", "io.bellwether.analyzer.config..");

  @ArchTest
  static final ArchRule packagesDependOneWay =
      slices().matching("io.bellwether.analyzer.(*)..").should().beFreeOfCycles();
}
