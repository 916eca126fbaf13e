package io.bellwether.quickstart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
    packages = "io.bellwether.quickstart",
    importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
  @ArchTest
  static final ArchRule processesKnowNeitherKafkaNorSlack =
      noClasses()
          .that()
          .resideInAPackage("..quickstart.process..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "io.bellwether.standin..", "..quickstart.stack..", "..page..");

  @ArchTest
  static final ArchRule thePageStartsNothing =
      noClasses()
          .that()
          .resideInAPackage("..quickstart.page..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..quickstart.process..");

  @ArchTest
  static final ArchRule theLauncherHoldsNoPlugin =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.bellwether.connect..", "io.bellwether.analyzer..", "org.apache.spark..");

  @ArchTest
  static final ArchRule theOldSlackClientSpeaksForPeopleOnly =
      noClasses()
          .that()
          .doNotHaveSimpleName("SayCommand")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.ullink..");
}
