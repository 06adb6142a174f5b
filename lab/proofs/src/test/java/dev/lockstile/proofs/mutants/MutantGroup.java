package dev.lockstile.proofs.mutants;

import java.util.List;
import java.util.Locale;

/** Code whose faults hurt, with the tests that are to see them. Names are below {@code dev.lockstile.auth}. */
enum MutantGroup {
    LOGIN("internal.login.*"),
    OTP(List.of("internal.otp.*"), "auth-core", Names.FLOWS, "testkit.*Test", "internal.otp.*Test"),
    SESSION("internal.session.*"),
    ACCOUNT("internal.account.*"),
    THROTTLE(List.of("internal.throttle.*"), "auth-core", Names.FLOWS, "testkit.*Test", "internal.throttle.*Test"),
    TOKEN(
            List.of("internal.jose.*", "internal.token.*"),
            "auth-core",
            Names.FLOWS,
            "internal.jose.*Test",
            "internal.token.*Test",
            "testkit.CustomClaimsTest",
            "testkit.FormTokensTest",
            "token.*Test"),
    FACTOR(
            List.of("internal.factor.*", "internal.passkey.*"),
            "auth-core",
            Names.FLOWS,
            "testkit.*Test",
            "internal.factor.*Test",
            "passkey.Passkey*Test"),
    APIKEY(List.of("internal.apikey.*"), "auth-core", Names.FLOWS, "internal.apikey.*Test"),
    CRYPTO(
            List.of("internal.code.*", "internal.crypto.*", "internal.store.*"),
            "auth-core",
            Names.FLOWS,
            "testkit.*Test",
            "internal.store.*Test",
            "internal.token.*Test",
            "SymmetricKeysTest",
            "StoredFactorsTest"),
    GATE(
            List.of("internal.gate.*", "internal.role.*"),
            "auth-core",
            Names.FLOWS,
            "testkit.*Test",
            "passkey.Passkey*Test"),
    PASSKEY(List.of("passkey.*"), "web/passkeys", "passkey.*Test"),
    PROVIDER(List.of("social.*"), "web/social", "social.*Test"),
    PAGES(List.of("pages.*"), "web/pages", "pages.*Test"),
    CUTOVER(List.of("cutover.*"), "moving-in/cutover", "cutover.*Test"),
    SOCIAL(List.of("internal.social.*"), "auth-core", Names.FLOWS, "testkit.*Test", "internal.social.*Test"),
    MESSAGE(
            List.of("internal.message.*"),
            "auth-core",
            Names.FLOWS,
            "testkit.*Test",
            "message.*Test",
            "internal.message.*Test"),
    FLOW(List.of("internal.flow.*"), "auth-core", Names.FLOWS, "testkit.*Test", "internal.flow.*Test"),
    IDENTIFIER(
            List.of("internal.identifier.*"),
            "auth-core",
            Names.FLOWS,
            "testkit.*Test",
            "account.*Test",
            "field.*Test",
            "internal.identifier.*Test"),
    EVENT(List.of("internal.event.*"), "auth-core", Names.FLOWS, "testkit.*Test", "event.*Test", "message.*Test"),
    PASSWORD(
            List.of("password.internal.*", "password.service.*"),
            "auth-password",
            "password.internal.BreachAnswersTest",
            "password.internal.BuiltInFormatTest",
            "password.internal.CalibrationTest",
            "password.internal.CeilingsTest",
            "password.internal.CredentialJsonTest",
            "password.internal.EqualUnitsTest",
            "password.internal.LiteralStartTest",
            "password.internal.LookedAtTest",
            "password.internal.ManyBlocksTest",
            "password.internal.MemoryGateTest",
            "password.ChangedTextTest",
            "password.CheapVectorsTest",
            "password.FormatEdgesTest",
            "password.HashingGateTest",
            "password.HostFormatsTest",
            "password.ImportedTextsTest",
            "password.PasswordFormatsTest",
            "password.PasswordHasherTest",
            "password.PasswordPolicyTest",
            "password.PepperTest",
            "password.PolicyWordsTest",
            "password.RangeBreachedPasswordsTest"),
    HTTP(
            List.of(
                    "http.BearerAuthFilter*",
                    "http.internal.web.Bearer*",
                    "http.internal.web.CookieTransport*",
                    "http.internal.web.AccessTokenGate*",
                    "http.internal.web.HttpRequestInput*",
                    "http.internal.endpoint.AdminEndpoints*"),
            "web/http",
            "http.AdminEndpointsTest",
            "http.BearerAuthDemandsTest",
            "http.BearerAuthFilterTest",
            "http.BrowserRulesTest",
            "http.CookieTransportTest",
            "http.RequestAuthenticatorTest",
            "http.SessionEndpointsTest",
            "http.StepUpEndpointsTest",
            "http.NewPasswordLengthTest",
            "http.OwnAccountFlowsTest"),
    IMPORT(
            List.of(
                    "imports.internal.engine.conflict.*",
                    "imports.internal.engine.plan.SecondRow*",
                    "imports.internal.engine.snapshot.MainAccount*",
                    "imports.internal.engine.update.*",
                    "imports.internal.engine.write.MergedFields*",
                    "imports.internal.engine.BatchImport*",
                    "imports.internal.engine.ImportRun*",
                    "imports.internal.journal.*",
                    "imports.internal.OwnedRowKinds*",
                    "imports.person.UnmergedRows*",
                    "imports.rollback.*"),
            "moving-in/import",
            "imports.internal.engine.BatchImportTest",
            "imports.internal.engine.ImportRunTest",
            "imports.internal.engine.conflict.*Test",
            "imports.internal.engine.plan.SecondRow*Test",
            "imports.internal.engine.update.*Test",
            "imports.internal.engine.write.MergedFieldsTest",
            "imports.internal.journal.*Test",
            "imports.CompanionRowsTest",
            "imports.EarlyDatesOnH2Test",
            "imports.FactorImportOnH2Test",
            "imports.KeptIdsOnH2Test",
            "imports.LaterSecondRowOnH2Test",
            "imports.MainAccountTest",
            "imports.MergedRollbackOnH2Test",
            "imports.OddRowsTest",
            "imports.PlantedWaysInOnH2Test",
            "imports.ProvenCountsOnH2Test",
            "imports.QuarantineRetryOnH2Test",
            "imports.RelatedRowsOnH2Test",
            "imports.ResumeTest",
            "imports.RollbackOnH2Test",
            "imports.SecondPasswordTest",
            "imports.SharedIdentifierTest",
            "imports.UpdateOnH2Test",
            "imports.UpdateRollbackOnH2Test",
            "imports.check.AfterImportTest",
            "imports.person.UnmergedRowsTest"),
    /** Statements of the store, which its contract shows on H2. */
    JPA(
            List.of("jpa.*"),
            "auth-jpa",
            "jpa.PlainHostOnH2Test",
            "jpa.AccountFilterTest",
            "jpa.AdminListsTest",
            "jpa.AlwaysNumberedTest",
            "jpa.DailyCountsTest",
            "jpa.Framework*OnH2Test",
            "jpa.Host*Test",
            "jpa.Jpa*Test",
            "jpa.NameOrderTest",
            "jpa.OutboxClaimTest",
            "jpa.ReadWaitsTest",
            "jpa.SocialLettersTest",
            "jpa.TroubleTest",
            "jpa.UserSearchTest",
            "jpa.internal.*Test"),
    SCHEMA(List.of("schema.*"), "auth-schema", "schema.*Test"),
    STARTER(
            List.of("spring.*"),
            "spring-boot/autoconfigure",
            "spring.internal.*Test",
            "spring.security.*Test",
            "spring.AbsentFeaturesTest",
            "spring.ActuatorTest",
            "spring.AuditTrailBeanTest",
            "spring.ChainMatrixTest",
            "spring.CleanupTest",
            "spring.FactorsTest",
            "spring.FallbackChainTest",
            "spring.FastApiUsersTest",
            "spring.FormLoginTest",
            "spring.FormTokensTest",
            "spring.ForwardedAddressTest",
            "spring.HealthDetailsTest",
            "spring.HostileRequestsTest",
            "spring.HttpTest",
            "spring.HttpsPagesTest",
            "spring.InboxTest",
            "spring.ManageTest",
            "spring.MistypedPropertyTest",
            "spring.OAuthLoginTest",
            "spring.OwnPagesTest",
            "spring.PagesTest",
            "spring.PasswordHistoryTest",
            "spring.ProtectedPathsTest",
            "spring.PurposesTest",
            "spring.RolesTest",
            "spring.SecurityTest",
            "spring.SignInRedirectTest",
            "spring.SmsTest",
            "spring.SwitchedOffTest",
            "spring.SwitchedOnTest",
            "spring.TransactionsOnH2Test",
            "spring.UserSettingsTest");

    private final List<String> code;
    private final String module;
    private final List<String> tests;

    /** Code of the flows, which the flow contract shows in memory. */
    MutantGroup(String code) {
        this(List.of(code), "auth-core", Names.FLOWS, "testkit.*Test");
    }

    MutantGroup(List<String> code, String module, String... tests) {
        this.code = code;
        this.module = module;
        this.tests = List.of(tests);
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The module whose code is mutated. */
    String module() {
        return module;
    }

    /** Patterns of the classes that are mutated. */
    String code() {
        return globs(code);
    }

    /** Patterns of the tests that run. */
    String tests() {
        return globs(tests);
    }

    private static String globs(List<String> names) {
        return String.join(",", names.stream().map(name -> Names.BASE + name).toList());
    }

    private static final class Names {
        static final String BASE = "dev.lockstile.auth.";
        static final String FLOWS = "flow.InMemoryFlowTest*";
    }
}
