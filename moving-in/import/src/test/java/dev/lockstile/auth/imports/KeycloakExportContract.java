package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.outcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A realm export of Keycloak brings the same people in the same state as Keycloak's database. */
abstract class KeycloakExportContract extends OldFactorFixture {

    private static final String WORD_OF_ALL = "otto-river-8821";
    private static final List<String> FOLDER =
            List.of("shop-realm.json", "shop-users-0.json", "shop-users-1.json", "master-users-0.json");

    @BeforeEach
    void takePasskeys() {
        options = ImportOptions.defaults().withRealm("shop").withPasskeysOf("acme.example");
    }

    @Test
    void folder_file_and_database_give_the_same_people() {
        Map<String, Object> ofDatabase = moved(database(resourceText("database.sql")));
        assertThat(ofDatabase.get("warnings").toString())
                .contains("temporary_password", "state_uncertain", "second_factor_locked");
        restart();
        assertThat(moved(folder())).isEqualTo(ofDatabase);
        restart();
        assertThat(moved(whole())).isEqualTo(ofDatabase);
    }

    @Test
    void people_of_an_export_sign_in_as_the_realm_says() {
        come("keycloak", folder());
        assertThat(login("ana", WORD_OF_ALL)).isInstanceOf(Outcome.Done.class);
        assertThat(login("ana@acme.example", WORD_OF_ALL)).isInstanceOf(Outcome.Done.class);
        for (String closed : List.of("bea", "carl", "emil", "gina", "admin", "service-account-shop")) {
            assertThat(login(closed, WORD_OF_ALL)).as(closed).isInstanceOf(Outcome.Refused.class);
        }
        assertThat(asked("dora", WORD_OF_ALL)).containsExactly(FactorKind.TOTP);
        assertThat(isLocked("hugo", WORD_OF_ALL)).isTrue();
    }

    @Test
    void a_second_run_from_the_database_changes_nothing() {
        come("keycloak", folder());
        List<Map<String, String>> before = rows();
        ImportReport report = run(Presets.named("keycloak", null), database(resourceText("database.sql")));
        assertThat(rows()).isEqualTo(before);
        assertThat(report.people().in(dev.lockstile.auth.imports.report.State.UPDATED))
                .isZero();
    }

    @Test
    void an_export_that_is_cut_and_a_file_that_is_none_are_refused_with_their_place() throws IOException {
        String text = resourceText("shop-users-0.json");
        Path cut = Files.writeString(folder.resolve("shop-users-0.json"), text.substring(0, text.length() / 2));
        assertThatThrownBy(() -> Sources.file(cut))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("shop-users-0.json, line ")
                .hasMessageNotContaining("S0li");
        Path other = Files.writeString(folder.resolve("other.json"), "{\n\"items\": []\n}");
        assertThatThrownBy(() -> Sources.file(other))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("no users of a realm");
        Path nameless = Files.writeString(folder.resolve("users.json"), "[\n{\"users\": [{\"id\": \"1\"}]}\n]");
        assertThatThrownBy(() -> Sources.file(nameless)).hasMessageContaining("no member realm stands before users");
    }

    @Test
    void several_realms_are_asked_for_by_name() throws IOException {
        options = ImportOptions.defaults();
        Path two = Files.writeString(
                folder.resolve("two.json"),
                "[\n{\"realm\":\"a\",\"users\":[{\"id\":\"1\",\"username\":\"x\"}]},"
                        + "{\"realm\":\"b\",\"users\":[{\"id\":\"2\",\"username\":\"x\"}]}]");
        assertThatThrownBy(() -> run(Presets.named("keycloak", null), () -> Sources.file(two)))
                .isInstanceOf(SourceUnusableException.class)
                .hasMessageContaining("a, b");
    }

    private void restart() {
        host.close();
        open();
        openNode();
    }

    /** What came, without what differs from run to run. */
    private Map<String, Object> moved(Supplier<Source> source) {
        ImportReport report = come("keycloak", source);
        Map<String, Object> all = new TreeMap<>();
        all.put("people", report.people());
        all.put("entities", report.entities());
        all.put("warnings", report.warnings());
        all.put("named", report.named());
        all.put("hashes", report.hashFormats());
        all.put("left", report.columnsNotCarried());
        all.put("columns", report.columns());
        all.put(
                "users",
                host.rows("select email, email_verified_at, username, password_hash, is_active, admitted_at, joined_at,"
                        + " deleted_at from auth_user order by username"));
        all.put(
                "passkeys",
                host.rows(
                        "select credential_id, public_key, user_handle, sign_count, transports, name from auth_passkey"));
        all.put("factors", host.count("select count(*) from auth_totp"));
        all.put(
                "ledger",
                host.rows("select entity, legacy_id, fingerprint from auth_legacy_link order by entity, legacy_id"));
        return all;
    }

    private Supplier<Source> folder() {
        Path export = folder.resolve("export");
        write(export, FOLDER);
        return () -> Sources.file(export);
    }

    /** As {@code kc.sh export --file} writes all realms: one list, with the users in each. */
    private Supplier<Source> whole() {
        JsonMapper json = JsonMapper.shared();
        ObjectNode shop = (ObjectNode) json.readTree(resourceText("shop-realm.json"));
        ArrayNode users = shop.putArray("users");
        for (String name : List.of("shop-users-0.json", "shop-users-1.json")) {
            json.readTree(resourceText(name)).path("users").forEach(users::add);
        }
        ArrayNode all = json.createArrayNode()
                .add(json.readTree(resourceText("master-users-0.json")))
                .add(shop);
        return file("whole.json", all.toPrettyString().replaceFirst("^\\[ *\\{", "[\n{"));
    }

    private void write(Path to, List<String> names) {
        try {
            Files.createDirectories(to);
            for (String name : names) {
                Files.writeString(to.resolve(name), resourceText(name));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String resourceText(String name) {
        return text("../keycloak-export/" + name);
    }
}
