package org.unenrol.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between the modules, and what keeps the code readable. */
class ArchitectureTests {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("/test-support"))
                    .importPackages("org.unenrol");

    @Test
    void modulesDependOnlyOnWhatTheyMay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("org.unenrol..")
                .layer("common-model")
                .definedBy("org.unenrol.model..", "org.unenrol.csv..")
                .layer("wording")
                .definedBy("org.unenrol.wording..")
                .layer("messaging")
                .definedBy("org.unenrol.messaging..")
                .layer("service-support")
                .definedBy("org.unenrol.service..")
                .layer("import-ledger")
                .definedBy("org.unenrol.ledger..")
                .layer("learning-platform")
                .definedBy(
                        "org.unenrol.platform",
                        "org.unenrol.platform.catalogue..",
                        "org.unenrol.platform.report..")
                .layer("learning-platform-postgres")
                .definedBy(
                        "org.unenrol.platform.postgres..",
                        "org.unenrol.platform.sample..",
                        "org.unenrol.platform.setup..")
                .layer("intake")
                .definedBy("org.unenrol.intake..")
                .layer("portal")
                .definedBy("org.unenrol.portal..")
                .layer("ingest-service")
                .definedBy("org.unenrol.ingest..")
                .layer("unenrol-worker")
                .definedBy("org.unenrol.worker..")
                .layer("notifier-service")
                .definedBy("org.unenrol.notifier..")
                .layer("local-infrastructure")
                .definedBy("org.unenrol.infrastructure..")
                .layer("standalone")
                .definedBy("org.unenrol.standalone..")
                .whereLayer("standalone")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ingest-service")
                .mayOnlyBeAccessedByLayers("standalone")
                .whereLayer("unenrol-worker")
                .mayOnlyBeAccessedByLayers("standalone")
                .whereLayer("notifier-service")
                .mayOnlyBeAccessedByLayers("standalone")
                .whereLayer("local-infrastructure")
                .mayOnlyBeAccessedByLayers("standalone")
                .whereLayer("portal")
                .mayOnlyBeAccessedByLayers("ingest-service", "standalone")
                .whereLayer("intake")
                .mayOnlyBeAccessedByLayers("portal", "ingest-service")
                .whereLayer("import-ledger")
                .mayOnlyBeAccessedByLayers(
                        "intake", "portal", "ingest-service", "notifier-service", "standalone")
                .whereLayer("learning-platform")
                .mayOnlyBeAccessedByLayers(
                        "learning-platform-postgres",
                        "portal",
                        "ingest-service",
                        "unenrol-worker",
                        "notifier-service",
                        "standalone")
                .whereLayer("learning-platform-postgres")
                .mayOnlyBeAccessedByLayers(
                        "ingest-service", "unenrol-worker", "notifier-service", "standalone")
                .whereLayer("wording")
                .mayOnlyBeAccessedByLayers(
                        "import-ledger", "portal", "ingest-service", "notifier-service")
                .whereLayer("service-support")
                .mayOnlyBeAccessedByLayers(
                        "import-ledger",
                        "learning-platform-postgres",
                        "intake",
                        "portal",
                        "ingest-service",
                        "notifier-service")
                .whereLayer("messaging")
                .mayOnlyBeAccessedByLayers("ingest-service", "unenrol-worker", "notifier-service")
                .check(PRODUCT);
    }

    @Test
    void theModelKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage("org.unenrol.model..", "org.unenrol.csv..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "java.sql..")
                .check(PRODUCT);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.unenrol.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void namesSayWhatTheWorkIs() {
        noClasses()
                .that()
                .areTopLevelClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto)")
                .check(PRODUCT);
    }

    /** So that a name says which one is meant, without its package. */
    @Test
    void noTwoClassesHaveTheSameName() {
        Map<String, List<String>> classes =
                PRODUCT.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(one -> !one.getSimpleName().equals("package-info"))
                        .collect(
                                Collectors.groupingBy(
                                        JavaClass::getSimpleName,
                                        Collectors.mapping(
                                                JavaClass::getPackageName, Collectors.toList())));

        assertThat(classes).allSatisfy((name, packages) -> assertThat(packages).hasSize(1));
    }

    /** No statement of a class elsewhere names a table of theirs. */
    @ParameterizedTest
    @CsvSource({
        "lms, org.unenrol.platform",
        "imports, org.unenrol.ledger",
        "portal, org.unenrol.portal"
    })
    void onlyTheirModuleKnowsTheTablesOfASchema(String schema, String home) {
        Pattern table = Pattern.compile("\\b(from|join|into|update|using)\\s+" + schema + "\\.");

        assertThat(
                        PRODUCT.stream()
                                .filter(
                                        one ->
                                                ClassTexts.of(one).stream()
                                                        .anyMatch(
                                                                text ->
                                                                        table.matcher(text)
                                                                                .find())))
                .isNotEmpty()
                .allMatch(one -> one.getPackageName().startsWith(home));
    }
}
