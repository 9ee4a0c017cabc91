package org.unenrol.guarantees;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void theJudgeUsesNothingOfTheProductAndNothingOfThoseWhoBreakIt() {
        noClasses()
                .that()
                .resideInAPackage("org.unenrol.guarantees.check")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.unenrol..")
                                .and(resideOutsideOfPackage("org.unenrol.guarantees.check")))
                .check(new ClassFileImporter().importPackages("org.unenrol.guarantees"));
    }
}
