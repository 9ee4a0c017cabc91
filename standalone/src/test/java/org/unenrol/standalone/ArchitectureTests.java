package org.unenrol.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
                .definedBy("org.unenrol.platform..")
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
                .whereLayer("import-ledger")
                .mayOnlyBeAccessedByLayers("ingest-service", "notifier-service", "standalone")
                .whereLayer("learning-platform")
                .mayOnlyBeAccessedByLayers(
                        "ingest-service", "unenrol-worker", "notifier-service", "standalone")
                .whereLayer("wording")
                .mayOnlyBeAccessedByLayers("import-ledger", "ingest-service", "notifier-service")
                .whereLayer("service-support")
                .mayOnlyBeAccessedByLayers(
                        "import-ledger", "learning-platform", "ingest-service", "notifier-service")
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

    @Test
    void onlyThePlatformsAdapterKnowsItsTables() {
        classes()
                .that()
                .resideInAPackage("org.unenrol.platform.postgres..")
                .should()
                .onlyBeAccessed()
                .byClassesThat(
                        resideInAPackage("org.unenrol.platform..")
                                .or(not(resideInAPackage("org.unenrol.."))))
                .check(PRODUCT);
    }
}
