package dev.lockstile.auth.imports.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.cutover.migration.LegacyDirectory;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.source.SourceTable;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SilentProxy;
import dev.lockstile.auth.legacy.LegacyAccounts.Verdict;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** People of an old collection come over when they sign in by a code. */
final class MongoDirectoryTest {

    private static final String NUMBER = "+18085550205";
    private static final IdentifierRules RULES = IdentifierRules.standard();

    private final OldPeople old = new OldPeople();
    private final MigrationFixture app = new MigrationFixture(new InMemoryAuthStore());
    private final PersonImport people =
            new PersonImport(app.target(), new MongoPhoneOtpPreset(), ImportOptions.defaults());
    private final JustInTimeMigration migration = migration(old.database(), Duration.ofSeconds(3));
    private final Auth auth = app.node(builder -> builder.legacy(migration));

    @AfterEach
    void stop() {
        old.close();
    }

    @Test
    @Timeout(60)
    void while_the_server_is_away_nothing_is_answered_and_afterwards_all_is() {
        old.add(new ObjectId(), "8085550205");
        try (SilentProxy proxy = new SilentProxy(old.port());
                MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + proxy.port())) {
            JustInTimeMigration hasty = migration(client.getDatabase("old"), Duration.ofMillis(800));
            Auth node = app.node(builder -> builder.legacy(hasty));
            assertThat(hasty.canImport(phone(NUMBER))).isEqualTo(Verdict.MATCH);
            proxy.fallSilent();
            assertThatThrownBy(() -> MigrationFixture.requestCode(node, CodeIdentifier.phone(NUMBER)))
                    .isInstanceOf(StoreUnavailableException.class);
        }
        old.goAway();
        JustInTimeMigration gone = migration(old.database(), Duration.ofMillis(300));
        assertThat(gone.canImport(phone(NUMBER))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void more_documents_of_one_number_than_are_read_are_unknown() {
        for (int i = 0; i < 51; i++) {
            old.add(i, "8085550205");
        }
        assertThat(migration.canImport(phone(NUMBER))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void the_collection_of_the_write_back_is_none_of_the_old_system() {
        MongoDatabase one = old.database("one");
        one.getCollection("people")
                .insertOne(new Document("_id", 1)
                        .append("phone_number", "8085550205")
                        .append("country_code", 1)
                        .append("status_key", 1)
                        .append("is_removed", false));
        one.getCollection("lockstile_write_back").insertOne(new Document("_id", "1"));
        assertThat(migration(one, Duration.ofSeconds(3)).canImport(phone(NUMBER)))
                .isEqualTo(Verdict.MATCH);
    }

    @Test
    void who_is_removed_inactive_or_of_an_unknown_state_does_not_come() {
        old.add(1, "8085550201", "is_removed", true);
        old.add(2, "8085550202", "status_key", 0);
        old.add(3, "8085550203", "status_key", "1");
        old.add(4, "8085550204", "is_removed", "False");
        for (int i = 1; i <= 4; i++) {
            assertThat(migration.canImport(phone("+1808555020" + i))).as("" + i).isEqualTo(Verdict.NO_MATCH);
        }
    }

    @Test
    void a_name_is_no_expression_and_finds_that_name_alone() {
        old.add(1, "8085550205", "email", " A.b+c@Example.com ");
        assertThat(found(email("a.b+c@example.com"))).isOne();
        assertThat(found(email("axb+c@example.com"))).isZero();
        assertThat(found(email(".*@example.com"))).isZero();
        assertThat(found(RULES.username("U1").orElseThrow())).isOne();
        assertThat(migration.canImport(email("a.b+c@example.com")))
                .as("people sign in by their numbers alone there")
                .isEqualTo(Verdict.NO_MATCH);
    }

    private int found(Identifier name) {
        SourceTable table = new SourceTable(OldPeople.COLLECTION, "_id", List.of());
        try (LegacyDirectory.Answer answer =
                MongoDirectory.of(old.database(), "old").ask(new LegacyDirectory.Question(List.of(name), null, null))) {
            return answer.rows().page(table, null, 10).size();
        }
    }

    @Test
    void numbers_are_found_in_every_form_and_type() {
        old.add(new ObjectId(), " (808) 555-0201");
        old.add(new ObjectId(), "+1 808 555 0202");
        old.add(new ObjectId(), 8_085_550_203L);
        old.add(new ObjectId(), 8_085_550_204d);
        old.add(new ObjectId(), "\u0668\u0660\u0668-\u0665\u0665\u0665\u0660\u0662\u0660\u0665");
        for (int i = 1; i <= 5; i++) {
            assertThat(migration.canImport(phone("+1808555020" + i))).as("" + i).isEqualTo(Verdict.MATCH);
        }
        assertThat(migration.canImport(phone("+18085550206"))).isEqualTo(Verdict.NO_MATCH);
    }

    @Test
    void a_code_to_the_number_brings_the_person_over_once() {
        ObjectId id = new ObjectId();
        old.add(id, "(808) 555-0205", "email", "Ana@Example.com");
        old.database().getCollection("biographapp_biographmodel").insertOne(new Document("_id", 1));
        assertThat(app.signInByCode(auth, CodeIdentifier.phone(NUMBER))).isInstanceOf(Outcome.Done.class);
        assertThat(people.userOf("users", id.toHexString())).isPresent();
        assertThat(app.signInByCode(auth, CodeIdentifier.phone(NUMBER))).isInstanceOf(Outcome.Done.class);
        assertThat(migration.canImport(phone(NUMBER))).isEqualTo(Verdict.NO_MATCH);
    }

    @Test
    void keys_of_all_types_are_found_by_their_text() {
        ObjectId id = new ObjectId();
        UUID uuid = UUID.randomUUID();
        List<Object> keys = List.of(id, "text-7", 7, 12L);
        for (int i = 0; i < keys.size(); i++) {
            old.add(keys.get(i), "808555020" + i);
            String key = keys.get(i) instanceof ObjectId hex ? hex.toHexString() : String.valueOf(keys.get(i));
            assertThat(migration.importUser("users", key, null)).as(key).isEqualTo(Verdict.MATCH);
        }
        assertThat(migration.importUser("users", uuid.toString(), null)).isEqualTo(Verdict.NO_MATCH);
        assertThat(migration.importUser("users", "{\"$ne\": 1}", null)).isEqualTo(Verdict.NO_MATCH);
    }

    @Test
    void documents_with_odd_fields_hurt_none_beside_them() {
        old.add(1, "8085550205", "username", List.of("a"), "name", 5, "updated_time", new Date(0));
        old.add(2, List.of("8085550205"));
        old.add(3, new Document("no", 1));
        assertThat(migration.importOwner(phone(NUMBER))).isEqualTo(Verdict.MATCH);
        assertThat(people.userOf("users", "1")).isPresent();
    }

    private JustInTimeMigration migration(MongoDatabase database, Duration patience) {
        return new JustInTimeMigration(
                people,
                MongoDirectory.of(database, "mongodb://old/old", patience),
                app.passwords().hasher(),
                app.clock);
    }

    private static Identifier phone(String number) {
        return RULES.phone(number).orElseThrow();
    }

    private static Identifier email(String address) {
        return RULES.email(address).orElseThrow();
    }
}
