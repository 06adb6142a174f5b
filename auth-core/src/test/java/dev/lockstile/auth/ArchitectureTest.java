package dev.lockstile.auth;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockstile.auth.secret.Randomness;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

@AnalyzeClasses(packages = "dev.lockstile.auth", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.lockstile.auth.";

    private static final String PASSKEYS =
            "(internal\\.passkey\\.|factor\\.(OwnPasskeys|PasskeyLogin|PasskeyCeremony)).*";
    private static final String SOCIAL = "(internal\\.)?social\\..*";
    private static final String API_KEYS = "(internal\\.)?apikey\\..*";

    @ArchTest
    static final ArchRule the_model_knows_nobody = classes()
            .that()
            .resideInAPackage(ROOT + "model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "jakarta.persistence..", "org.jspecify..", ROOT + "model..", ROOT + "secret..");

    @ArchTest
    static final ArchRule the_store_port_knows_the_model_alone = classes()
            .that()
            .resideInAPackage(ROOT + "store..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ROOT + "model..", ROOT + "secret..", ROOT + "store..");

    @ArchTest
    static final ArchRule the_model_needs_no_orm_at_run_time = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.persistence..")
                    .and(describe(
                            "are neither annotations nor enums",
                            (JavaClass type) -> !type.isAnnotation() && !type.isEnum())));

    @ArchTest
    static final ArchRule packages_form_no_cycles = slices().matching(
                    "dev.lockstile.(**)") // with "auth." before the bracket the root package would be left out
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage(ROOT + "password"), resideInAPackage(ROOT + "internal.password"));

    @ArchTest
    static final ArchRule tokens_know_no_other_feature = noClasses()
            .that()
            .resideInAPackage(ROOT + "token..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "login..", ROOT + "otp..", ROOT + "account..", ROOT + "store..");

    @ArchTest
    static final ArchRule features_do_not_know_each_other = noClasses()
            .that()
            .resideInAPackage(ROOT + "login..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "otp..", ROOT + "account..", ROOT + "store..");

    @ArchTest
    static final ArchRule codes_know_neither_login_nor_account = noClasses()
            .that()
            .resideInAPackage(ROOT + "otp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "login..", ROOT + "account..", ROOT + "store..");

    @ArchTest
    static final ArchRule accounts_know_neither_login_nor_codes = noClasses()
            .that()
            .resideInAPackage(ROOT + "account..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "login..", ROOT + "otp..", ROOT + "store..");

    @ArchTest
    static final ArchRule flows_do_not_know_the_source_system = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "internal.account..", ROOT + "internal.login..", ROOT + "internal.otp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "legacy..");

    /** The façade, the builder and the class that wires features name them; nothing else does. */
    @ArchTest
    static final ArchRule flows_do_not_know_optional_features = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lockstile.auth")
            .and(isOfFeature(PASSKEYS, SOCIAL, API_KEYS).negate())
            .should()
            .dependOnClassesThat(isOfFeature(PASSKEYS, SOCIAL, API_KEYS));

    @ArchTest
    static final ArchRule passkeys_know_no_other_feature =
            noClasses().that(isOfFeature(PASSKEYS)).should().dependOnClassesThat(isOfFeature(SOCIAL, API_KEYS));

    @ArchTest
    static final ArchRule social_sign_in_knows_no_other_feature =
            noClasses().that(isOfFeature(SOCIAL)).should().dependOnClassesThat(isOfFeature(PASSKEYS, API_KEYS));

    @ArchTest
    static final ArchRule api_keys_know_no_other_feature =
            noClasses().that(isOfFeature(API_KEYS)).should().dependOnClassesThat(isOfFeature(PASSKEYS, SOCIAL));

    @ArchTest
    static final ArchRule nimbus_is_used_for_tokens_alone = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "internal.jose..", ROOT + "internal.token..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule bouncy_castle_lives_with_signatures = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "password.internal..", ROOT + "internal.jose..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule phone_plans_are_used_for_identifiers_alone = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "internal.identifier..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.i18n..");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule one_clock_is_made_in_one_place = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(AuthBuilder.class.getName())
            .should()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule chance_comes_from_one_place = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Randomness.class.getName())
            .should()
            .callConstructor(SecureRandom.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule the_model_has_no_setters_for_what_the_server_decides =
            noClasses().that().resideInAPackage(ROOT + "model..").should(ArchitectureConditions.haveAPublicSetter());

    private static DescribedPredicate<JavaClass> isOfFeature(String... names) {
        Pattern feature = Pattern.compile(Pattern.quote(ROOT) + "(" + String.join("|", names) + ")");
        return describe(
                "belong to an optional feature",
                (JavaClass type) -> feature.matcher(type.getName()).matches());
    }
}
