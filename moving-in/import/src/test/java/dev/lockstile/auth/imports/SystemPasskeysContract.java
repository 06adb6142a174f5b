package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.factor.SecondFactorSettings;
import dev.lockstile.auth.imports.internal.cose.CborReader;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.passkey.Passkeys;
import dev.lockstile.auth.testkit.SoftwareAuthenticator;
import dev.lockstile.auth.token.SignIn;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys of known systems sign in here where the relying party is the same, and lock no other user out or in. */
abstract class SystemPasskeysContract extends OldFactorFixture {

    private static final String RELYING_PARTY = "acme.example";

    /** As systems call a user whose key is a UUID: 36 bytes, more than this library keeps. */
    private static final String LONG_HANDLE =
            encoded("6f1f2f0e-93c3-4b6f-9a0e-5b1c0a7d4e11".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    /** Touched and verified, eligible for a backup and backed up, as passkeys of telephones are. */
    private static final int SYNCED = 0x1d;

    private static final String OTTO = "otto-river-8821";
    private static final String OTTO_CREDENTIAL = "'{\"value\":\"S0li/sTSb92fCgMdjrE6n3c+ReHKYKBLkGtFd6PREEciV9h0cYkf"
            + "M2T/f85K8ikvhSOGzSMeAZjrcmRWbXdhGw==\",\"salt\":\"MDEyMzQ1Njc4OWFiY2RlZg==\"}',"
            + "'{\"hashIterations\":2000,\"algorithm\":\"pbkdf2-sha512\"}'";

    private SoftwareAuthenticator key;
    private String word = WORD;
    private byte[] attestation;

    @BeforeEach
    void openNodeWithPasskeys() {
        auth = app.node(builder -> builder.secondFactors(SecondFactorSettings.optional())
                .passkeys(Passkeys.relyingParty(RELYING_PARTY, "Acme", "https://acme.example")));
        key = SoftwareAuthenticator.at("https://acme.example").withFlags(SYNCED);
        attestation = attestation(RELYING_PARTY);
        options = ImportOptions.defaults().withEmailsTrusted().withPasskeysOf(RELYING_PARTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"better-auth", "authjs", "laravel", "aspnet-identity", "keycloak"})
    void a_passkey_signs_in_alone_and_as_the_second_factor(String system) {
        ImportReport report = come(preset(system), source(system, 5));
        assertThat(report.entities().get("passkeys").in(dev.lockstile.auth.imports.report.State.CREATED))
                .isOne();
        assertThat(signIn(key.withCount(6))).isInstanceOf(Outcome.Done.class);
        assertThat(signIn(key.withCount(6)))
                .as("a count that does not rise")
                .isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        assertThat(secondFactor(key.withCount(7).withUserHandle(null))).isTrue();
        assertThat(secondFactor(key.impostor().withFlags(SYNCED).withCount(8))).isFalse();
        assertThat(signIn(key.impostor().withFlags(SYNCED).withCount(9)))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"better-auth", "authjs", "laravel", "aspnet-identity"})
    void without_the_relying_party_a_passkey_beside_the_password_stays_behind(String system) {
        options = ImportOptions.defaults().withEmailsTrusted();
        ImportReport report = come(preset(system), source(system, 0));
        assertThat(report.warnings()).containsEntry("passkey_left_behind", 1L);
        assertThat(login("p1@acme.example", word)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void without_the_relying_party_a_security_key_of_keycloak_locks() {
        options = ImportOptions.defaults().withEmailsTrusted();
        ImportReport report = come("keycloak", source("keycloak", 0));
        assertThat(report.warnings()).containsEntry("passkey_relying_party", 1L);
        assertThat(isLocked("p1@acme.example", word)).isTrue();
    }

    @Test
    void a_passkey_of_aspnet_for_another_relying_party_stays_behind() {
        attestation = attestation("other.example");
        ImportReport report = come("aspnet-identity", source("aspnet-identity", 0));
        assertThat(report.warnings()).containsEntry("passkey_other_relying_party", 1L);
        assertThat(login("p1@acme.example", word)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_passkey_beside_the_password_of_an_unproven_account_stays_behind_and_locks_no_one() {
        options = ImportOptions.defaults().withPasskeysOf(RELYING_PARTY);
        ImportReport report = come("authjs", source("better-auth", 0));
        assertThat(report.warnings()).containsEntry("passkey_unproven_address", 1L);
        assertThat(login("p1@acme.example", word)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_further_passkey_gets_a_handle_of_its_own() {
        come("authjs", source("better-auth", 0));
        var caller = auth.sessions()
                .authenticate(signIn(key).orElseThrow().tokens().access().reveal())
                .orElseThrow();
        var begun = (Outcome.Done<PasskeyCeremony>) auth.ownPasskeys().begin(caller);
        PasskeyCeremony ceremony = begun.value();
        assertThat(ceremony.owner().handle()).hasSize(43);
        SoftwareAuthenticator second = SoftwareAuthenticator.at("https://acme.example");
        String made = second.create(ceremony);
        assertThat(auth.ownPasskeys().finish(caller, proof(ceremony, made), "second"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(signIn(second)).isInstanceOf(Outcome.Done.class);
        assertThat(signIn(second.withUserHandle(LONG_HANDLE))).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
    }

    @Test
    void a_preset_without_passkeys_takes_no_relying_party() {
        Supplier<Source> source = file("users.csv", "id,email,encrypted_password", "1,p1@acme.example," + BCRYPT);
        assertThatThrownBy(() -> run(Presets.named("devise", null), source))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("reads no passkeys");
        assertThatThrownBy(() -> ImportOptions.defaults().withPasskeysOf("https://acme.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static dev.lockstile.auth.imports.preset.Preset preset(String system) {
        return Presets.named(system.equals("better-auth") ? "authjs" : system, null);
    }

    private Supplier<Source> source(String system, int count) {
        String id = key.credentialId();
        word = system.equals("keycloak") ? OTTO : WORD;
        String people = "insert into users(id,email,password) values(1,'p1@acme.example','" + BCRYPT + "');\n";
        String table = "create table users(id bigint primary key, email varchar, password varchar);\n" + people;
        return database(
                switch (system) {
                    case "better-auth" ->
                        table
                                + "create table passkey(id varchar primary key, name varchar, \"publicKey\" varchar,"
                                + " \"userId\" bigint, \"credentialID\" varchar, counter int, \"deviceType\" varchar,"
                                + " \"backedUp\" boolean, transports varchar);\n"
                                + "insert into passkey values('k1','phone','" + base64(cose()) + "',1,'" + id + "',"
                                + count
                                + ",'multiDevice',true,'internal,hybrid');\n";
                    case "authjs" ->
                        table
                                + "create table \"Authenticator\"(\"credentialID\" varchar primary key, \"userId\" bigint,"
                                + " \"credentialPublicKey\" varchar, counter int, \"credentialDeviceType\" varchar,"
                                + " \"credentialBackedUp\" boolean, transports varchar);\n"
                                + "insert into \"Authenticator\" values('" + base64(decoded(id)) + "',1,'"
                                + base64(cose()) + "'," + count + ",'multiDevice',true,'internal');\n";
                    case "laravel" ->
                        table
                                + "create table passkeys(id bigint primary key, authenticatable_id bigint, name varchar,"
                                + " credential_id varchar, data varchar);\n"
                                + "insert into passkeys values(1,1,'phone','" + id + "','{\"publicKeyCredentialId\":\""
                                + id
                                + "\",\"credentialPublicKey\":\"" + encoded(cose())
                                + "\",\"userHandle\":\"MQ\",\"counter\":"
                                + count + ",\"transports\":[\"internal\"],\"backupEligible\":true}');\n";
                    case "aspnet-identity" -> aspNet(id, count);
                    default -> keycloak(id, count);
                });
    }

    private String aspNet(String id, int count) {
        String data = "{\"PublicKey\":\"" + base64(cose()) + "\",\"Name\":\"phone\",\"SignCount\":" + count
                + ",\"Transports\":[\"internal\"],\"IsBackupEligible\":true,\"IsBackedUp\":true,\"AttestationObject\":\""
                + base64(attestation) + "\"}";
        return "create table \"AspNetUsers\"(\"Id\" varchar primary key, \"UserName\" varchar, \"Email\" varchar,"
                + " \"PasswordHash\" varchar);\n"
                + "insert into \"AspNetUsers\" values('u1','p1','p1@acme.example','" + BCRYPT + "');\n"
                + "create table \"AspNetUserPasskeys\"(\"CredentialId\" varbinary(1024) primary key, \"UserId\" varchar,"
                + " \"Data\" varchar);\n"
                + "insert into \"AspNetUserPasskeys\" values(X'"
                + HexFormat.of().formatHex(decoded(id)) + "','u1','" + data
                + "');\n";
    }

    private String keycloak(String id, int count) {
        String data = "{\"aaguid\":\"00000000-0000-0000-0000-000000000000\",\"credentialId\":\"" + base64(decoded(id))
                + "\",\"counter\":" + count + ",\"credentialPublicKey\":\"" + encoded(cose())
                + "\",\"attestationStatementFormat\":\"none\",\"transports\":[\"INTERNAL\"]}";
        return "create table user_entity(id varchar primary key, username varchar, email varchar, email_verified boolean,"
                + " enabled boolean, realm_id varchar);\n"
                + "insert into user_entity values('k1','p1','p1@acme.example',true,true,'r1');\n"
                + "create table credential(id varchar primary key, user_id varchar, type varchar, user_label varchar,"
                + " secret_data varchar, credential_data varchar, priority int);\n"
                + "insert into credential values('c1','k1','password',null," + OTTO_CREDENTIAL + ",10);\n"
                + "insert into credential values('c2','k1','webauthn','phone','{}','" + data + "',20);\n";
    }

    private Outcome<SignIn> signIn(SoftwareAuthenticator shown) {
        PasskeyCeremony ceremony = started(auth.passkeyLogin().begin("192.0.2.7"));
        return auth.passkeyLogin()
                .finish(new PasskeyLogin.Attempt(proof(ceremony, shown.get(ceremony)), MigrationFixture.WEB));
    }

    private boolean secondFactor(SoftwareAuthenticator shown) {
        Outcome.SecondFactorRequired<SignIn> held =
                (Outcome.SecondFactorRequired<SignIn>) login("p1@acme.example", word);
        PasskeyCeremony ceremony =
                started(auth.passkeyLogin().beginSecondFactor(held.challenge().id()));
        SecondFactorLogin.Attempt attempt = new SecondFactorLogin.Attempt(
                held.challenge().id(), proof(ceremony, shown.get(ceremony)), MigrationFixture.WEB, false);
        return auth.secondFactorLogin().finish(attempt) instanceof Outcome.Done<SignIn>;
    }

    private static PasskeyCeremony started(Outcome<PasskeyCeremony> result) {
        return result.orElseThrow();
    }

    private static FactorProof.Passkey proof(PasskeyCeremony ceremony, String credential) {
        return new FactorProof.Passkey(ceremony.id(), credential);
    }

    /** What the authenticator answers where the old system registers it. */
    private byte[] attestation(String relyingParty) {
        String made = key.create(relyingParty, "AAAA", LONG_HANDLE);
        return decoded(JsonMapper.shared()
                .readTree(made)
                .path("response")
                .path("attestationObject")
                .stringValue());
    }

    /** The public key behind the id of the credential in the authenticator data (WebAuthn Level 3, 6.5.1). */
    private byte[] cose() {
        byte[] data = (byte[]) ((Map<?, ?>) new CborReader(attestation).next()).get("authData");
        int length = ByteBuffer.wrap(data).getShort(53);
        return Arrays.copyOfRange(data, 55 + length, data.length);
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
