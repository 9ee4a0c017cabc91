package org.unenrol.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.ConsumerFactory;
import org.unenrol.ledger.ImportHistory;
import org.unenrol.ledger.Imports;
import org.unenrol.ledger.Viewer;

/** The arrows between the modules, and what keeps the code readable. */
class ArchitectureTests {

    private static final JavaClasses PRODUCT = ProductClasses.ALL;
    private static final String BATCH_HANDLING = "org.unenrol.messaging.BatchHandling";

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
                .layer("audit")
                .definedBy("org.unenrol.audit..")
                .layer("import-ledger")
                .definedBy("org.unenrol.ledger..")
                .layer("accounts")
                .definedBy("org.unenrol.account..")
                .layer("learning-platform")
                .definedBy(
                        "org.unenrol.platform",
                        "org.unenrol.platform.catalogue..",
                        "org.unenrol.platform.report..",
                        "org.unenrol.platform.fence..",
                        "org.unenrol.platform.remote..",
                        "org.unenrol.platform.journal..")
                .layer("learning-platform-postgres")
                .definedBy("org.unenrol.platform.postgres..", "org.unenrol.platform.setup..")
                .layer("sample-organisation")
                .definedBy("org.unenrol.sample..")
                .layer("intake")
                .definedBy("org.unenrol.intake..")
                .layer("drop-folder")
                .definedBy("org.unenrol.folder..")
                .layer("portal")
                .definedBy("org.unenrol.portal..")
                .layer("single-sign-on")
                .definedBy("org.unenrol.sso..")
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
                .mayOnlyBeAccessedByLayers("single-sign-on", "ingest-service", "standalone")
                .whereLayer("single-sign-on")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("intake")
                .mayOnlyBeAccessedByLayers("drop-folder", "portal", "ingest-service")
                .whereLayer("drop-folder")
                .mayOnlyBeAccessedByLayers("ingest-service")
                .whereLayer("audit")
                .mayOnlyBeAccessedByLayers(
                        "import-ledger",
                        "accounts",
                        "intake",
                        "drop-folder",
                        "portal",
                        "single-sign-on",
                        "ingest-service",
                        "notifier-service",
                        "standalone")
                .whereLayer("import-ledger")
                .mayOnlyBeAccessedByLayers(
                        "intake",
                        "drop-folder",
                        "portal",
                        "ingest-service",
                        "notifier-service",
                        "standalone")
                .whereLayer("accounts")
                .mayOnlyBeAccessedByLayers(
                        "sample-organisation",
                        "drop-folder",
                        "portal",
                        "single-sign-on",
                        "ingest-service",
                        "unenrol-worker",
                        "notifier-service",
                        "standalone")
                .whereLayer("sample-organisation")
                .mayNotBeAccessedByAnyLayer()
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
                        "import-ledger",
                        "drop-folder",
                        "portal",
                        "ingest-service",
                        "notifier-service",
                        "standalone")
                .whereLayer("service-support")
                .mayOnlyBeAccessedByLayers(
                        "audit",
                        "import-ledger",
                        "accounts",
                        "learning-platform",
                        "learning-platform-postgres",
                        "sample-organisation",
                        "intake",
                        "drop-folder",
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

    /** So that none can forget whose imports somebody may know of. */
    @Test
    void pagesAndCallsKnowOnlyTheImportsOfWhoeverAsks() {
        noClasses()
                .that()
                .resideInAnyPackage("org.unenrol.portal..", "org.unenrol.ingest.api..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Imports.class)
                .check(PRODUCT);
        noClasses()
                .that()
                .doNotHaveSimpleName("ImportsOfResolver")
                .should()
                .callMethod(ImportHistory.class, "of", Viewer.class)
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

    /** There is asked who has signed a record. */
    @Test
    void listenersHandOverEveryBatchBeforeTheyLookAtIt() {
        assertThat(
                        PRODUCT.stream()
                                .flatMap(one -> one.getMethods().stream())
                                .filter(method -> method.isAnnotatedWith(KafkaListener.class)))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(
                        listener ->
                                assertThat(listener.getMethodCallsFromSelf())
                                        .singleElement()
                                        .matches(
                                                call ->
                                                        call.getTargetOwner()
                                                                .getName()
                                                                .equals(BATCH_HANDLING)));
    }

    @Test
    void nobodyReadsATopicPastTheListeners() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.unenrol.messaging..", "org.unenrol.standalone..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Consumer.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ConsumerFactory.class)
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

    /** No statement of a class elsewhere names a table of theirs; the sample fills the platform. */
    @ParameterizedTest
    @CsvSource({
        "accounts, org.unenrol.account",
        "lms, org.unenrol.(platform.postgres|platform.setup|sample)",
        "journal, org.unenrol.platform.journal",
        "imports, org.unenrol.ledger",
        "audit, org.unenrol.audit",
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
                .allMatch(one -> one.getPackageName().matches(home + "(\\..*)?"));
    }
}
