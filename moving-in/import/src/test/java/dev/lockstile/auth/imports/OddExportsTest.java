package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.ImportWatch;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports as spreadsheets, scripts and applications of other countries write them. */
final class OddExportsTest {

    private static final String WORD = "river-lamp-5521";
    private static final String BCRYPT = "$2b$05$abcdefghijklmnopqrstuuulxmYn8GhjYdFUNKbYSNCL4VHfT92ea";

    @TempDir
    private Path folder;

    private JpaHost host;
    private MigrationFixture app;
    private Auth auth;

    @BeforeEach
    void open() {
        host = JpaHost.onH2();
        app = new MigrationFixture(host.store());
        auth = app.node(builder -> builder);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void a_file_put_together_of_two_has_no_person_of_column_names() throws IOException {
        ImportReport report = run(
                "laravel",
                "id,email,password\n1,p1@acme.example," + BCRYPT + "\n\ufeffid,email,password\n\ufeff2,p2@acme.example,"
                        + BCRYPT + "\n");
        assertThat(report.people().in(State.CREATED)).isEqualTo(2);
        assertThat(signsIn("p2@acme.example")).isTrue();
        assertThat(host.count("select count(*) from auth_user where username = 'email'"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-01 00:00:00,123456",
                "1700000000,5",
                "1700000000.123456",
                "01.02.2024 10:00",
                "31.12.2023",
                "２０２４-01-01 00:00:00",
                "2024-01-01T00:00:00.123456789Z[UTC]",
                "1700000000000000",
                "20240101T000000Z"
            })
    void a_time_of_confirmation_is_read_as_exports_write_it(String time) throws IOException {
        run("devise", "id,email,encrypted_password,confirmed_at\n1,p1@acme.example," + BCRYPT + ",\"" + time + "\"\n");
        assertThat(signsIn("p1@acme.example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2024", "13.13.2024", "01/02/2024", "1.7E9", "soon", "1700000000,", "00.00.0000"})
    void what_is_no_time_confirms_no_address(String time) throws IOException {
        run("devise", "id,email,encrypted_password,confirmed_at\n1,p1@acme.example," + BCRYPT + ",\"" + time + "\"\n");
        assertThat(signsIn("p1@acme.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nein", "NON", "falso", "FALSCH", "нет", "nie", "não", "いいえ", "否", "Nee"})
    void a_no_of_another_language_bans_no_one_and_proves_nothing(String no) throws IOException {
        run(
                "laravel",
                "id,email,password,email_verified_at,banned\n1,p1@acme.example," + BCRYPT + ",," + no
                        + "\n2,p2@acme.example," + BCRYPT + "," + no + ",\n");
        assertThat(signsIn("p1@acme.example")).isTrue();
        assertThat(proven("p2@acme.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "Sí", "OUI", "да", "tak", "是", "WAHR", "vielleicht"})
    void a_yes_of_another_language_and_an_unknown_word_ban_and_prove_nothing(String yes) throws IOException {
        run(
                "laravel",
                "id,email,password,email_verified_at,banned\n1,p1@acme.example," + BCRYPT + ",," + yes
                        + "\n2,p2@acme.example," + BCRYPT + "," + yes + ",\n");
        assertThat(signsIn("p1@acme.example")).isFalse();
        assertThat(proven("p2@acme.example")).isFalse();
    }

    @Test
    void a_hash_is_read_as_scripts_and_databases_print_its_bytes() throws IOException {
        String digits = HexFormat.of().formatHex(BCRYPT.getBytes(StandardCharsets.US_ASCII));
        run(
                "laravel",
                "id,email,password\n1,p1@acme.example,b'" + BCRYPT + "'\n2,p2@acme.example,0x" + digits
                        + "\n3,p3@acme.example,\\x" + digits + "\n");
        assertThat(signsIn("p1@acme.example")).isTrue();
        assertThat(signsIn("p2@acme.example")).isTrue();
        assertThat(signsIn("p3@acme.example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soft_deleted",
                "softDeleted",
                "date_deleted",
                "gdpr_deleted",
                "dismissed_at",
                "revoked_at",
                "left_at",
                "resigned",
                "purged",
                "pending",
                "is_disabled_by_admin",
                "suspension_ends_at",
                "shadowbanned",
                "expires_at",
                "expiry_date",
                "valid_until",
                "lifecycle_state",
                "gesperrt",
                "gelöscht",
                "bloqueado",
                "eliminado",
                "fecha_baja",
                "supprimé",
                "désactivé",
                "inativo",
                "zablokowany"
            })
    void a_column_that_may_close_accounts_is_asked_for(String column) {
        assertThatThrownBy(
                        () -> run("laravel", "id,email,password," + column + "\n1,p1@acme.example," + BCRYPT + ",1\n"))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("looks like a state");
    }

    @ParameterizedTest
    @CsvSource({
        "active,true",
        "Aktiv,true",
        "activo,true",
        "actif,true",
        "gesperrt,false",
        "Gelöscht,false",
        "inactif,false",
        "pending,false",
        "unconfirmed,false",
        "archived,false",
        "2,false",
        "RESET_REQUIRED,false",
        "staged,false"
    })
    void a_word_of_a_state_opens_only_where_it_says_so(String word, boolean opens) throws IOException {
        run(
                "laravel",
                "id,email,password,status\n1,p1@acme.example," + BCRYPT + "," + word + "\n",
                ImportOptions.defaults().withColumn("status", ColumnMeaning.ENABLED));
        assertThat(signsIn("p1@acme.example")).isEqualTo(opens);
    }

    private ImportReport run(String preset, String text) throws IOException {
        return run(preset, text, ImportOptions.defaults());
    }

    private ImportReport run(String preset, String text, ImportOptions options) throws IOException {
        Path file = Files.writeString(folder.resolve("users.csv"), text);
        try (Source source = Sources.file(file)) {
            return new UserImport(app.target(), options).run(source, Presets.named(preset, null), ImportWatch.none());
        }
    }

    private boolean proven(String email) {
        return host.count("select count(*) from auth_user where email = '" + email
                        + "' and email_verified_at is not null")
                == 1;
    }

    private boolean signsIn(String login) {
        return MigrationFixture.signsIn(auth, login, WORD);
    }
}
