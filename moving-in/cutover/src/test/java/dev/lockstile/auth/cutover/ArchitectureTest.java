package dev.lockstile.auth.cutover;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

    private static final String AUTH = "dev.lockstile.auth";
    private static final String CUTOVER = AUTH + ".cutover";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(CUTOVER);

    /** The change log shares the transaction of the change; sign-in in place reads the adopted tables as entities. */
    @Test
    void only_write_back_and_in_place_sign_in_know_jpa() {
        noClasses()
                .that(resideOutsideOfPackages(CUTOVER + ".writeback", CUTOVER + ".inplace"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(AUTH + ".jpa..", "jakarta.persistence..", "org.hibernate.."))
                .check(classes);
    }

    @Test
    void a_cut_over_knows_no_schema_history_and_no_front_end() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        AUTH + ".schema..", AUTH + ".http..", AUTH + ".pages..", AUTH + ".cli..", "liquibase..")
                .check(classes);
    }
}
