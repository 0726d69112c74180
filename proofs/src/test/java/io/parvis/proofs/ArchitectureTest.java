package io.parvis.proofs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void knowsNothingOfWhatIsProved() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("io.parvis..")
                        .and(resideOutsideOfPackage("io.parvis.proofs.."))
                        .or(resideInAPackage("jakarta..")))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.parvis.proofs"));
    }
}
