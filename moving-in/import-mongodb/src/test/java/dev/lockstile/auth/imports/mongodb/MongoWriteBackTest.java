package dev.lockstile.auth.imports.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.cutover.migration.JustInTimeMigration;
import dev.lockstile.auth.cutover.writeback.WriteBack;
import dev.lockstile.auth.cutover.writeback.WriteBackFigures;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.imports.support.SilentProxy;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What changes here reaches the old collection. */
final class MongoWriteBackTest extends MongoWriteBackCase {

    @Test
    @Timeout(120)
    void while_the_server_is_away_everybody_waits_and_nothing_is_lost() {
        old.add(1, "8085550201");
        UserId user = imported(1);
        auth.admin().disable(user);
        try (SilentProxy proxy = SilentProxy.silent();
                MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + proxy.port())) {
            WriteBack silent =
                    to(MongoLegacySystem.phoneOtp(client.getDatabase("old"), there.system(), OldPeople.COLLECTION)
                            .patientFor(Duration.ofMillis(200)));
            for (int i = 0; i < 3; i++) {
                assertThat(silent.sendDue()).isZero();
                app.clock.advance(Duration.ofHours(2));
            }
        }
        assertThat(writeBack.figures()).as("an outage parks nobody").isEqualTo(new WriteBackFigures(1, 0));
        assertSent();
        assertThat(document(1).get("status_key")).isEqualTo(0);
    }

    @Test
    void a_number_or_address_that_another_document_has_stays_with_it() {
        old.add(1, "8085550201");
        old.add(2, "(808) 555-0202", "email", "Bea@Example.com");
        old.add(3, "8085550203", "is_removed", true);
        UserId user = imported(1);
        old.add(4, 8_085_550_204L, "country_code", "+1"); // not imported here
        claim(user, phone("+18085550204"));
        assertDeadLetter("phone_taken_in_legacy");
        assertThat(document(1).get("phone_number")).isEqualTo("8085550201");

        old.people().deleteOne(new Document("_id", 4));
        writeBack.retryAll();
        assertSent();
        assertThat(document(1)).containsEntry("phone_number", "8085550204").containsEntry("country_code", 1);

        old.people().insertOne(new Document("_id", 5).append("email", " CARA@example.com"));
        claim(user, email("cara@example.com"));
        assertDeadLetter("email_taken_in_legacy");
        app.clock.advance(Duration.ofSeconds(1));
        auth.admin().disable(user);
        writeBack.sendDue();
        assertThat(document(1)).as("closed all the same").containsEntry("status_key", 0);
    }

    @Test
    void a_number_of_a_removed_document_is_free_and_so_is_that_of_another_country() {
        old.add(1, "8085550201");
        UserId user = imported(1);
        old.add(2, "5512345678", "is_removed", true, "country_code", 52);
        old.add(3, "5512345678", "country_code", 44);
        claim(user, phone("+525512345678"));
        assertSent();
        assertThat(document(1)).containsEntry("phone_number", "5512345678").containsEntry("country_code", 52);
    }

    @Test
    void what_a_unique_index_refuses_is_a_dead_letter_and_closing_goes_through() {
        old.add(1, "8085550201");
        UserId user = imported(1);
        old.add(2, "8085550202", "username", "taken");
        old.people().createIndex(new Document("username", 1), new IndexOptions().unique(true));
        claim(user, RULES.username("taken").orElseThrow());
        assertDeadLetter("refused_by_a_constraint");
        assertThat(document(1)).containsEntry("username", "u1");
        app.clock.advance(Duration.ofSeconds(1));
        auth.admin().disable(user);
        writeBack.sendDue();
        assertThat(document(1)).containsEntry("status_key", 0);
    }

    @Test
    void a_document_that_is_gone_is_not_made_again() {
        old.add(1, "8085550201");
        UserId user = imported(1);
        old.people().deleteOne(new Document("_id", 1));
        claim(user, email("ana@example.com"));
        assertDeadLetter("legacy_row_missing");
        assertThat(old.people().countDocuments()).isZero();
    }

    @Test
    void what_was_removed_there_stays_removed_and_is_closed_when_it_is_closed_here() {
        old.add(1, "8085550201");
        UserId user = imported(1);
        old.people().updateOne(new Document("_id", 1), Updates.set("is_removed", "true"));
        claim(user, email("ana@example.com"));
        assertSent();
        assertThat(document(1)).containsEntry("is_removed", "true").doesNotContainKey("email");
        auth.admin().disable(user);
        assertSent();
        assertThat(document(1)).containsEntry("is_removed", "true").containsEntry("status_key", 0);
        auth.admin().enable(user);
        assertSent();
        assertThat(document(1)).containsEntry("is_removed", "true").containsEntry("status_key", 0);
    }

    @Test
    void what_was_removed_there_stays_removed_when_it_is_deleted_and_restored_here() {
        old.add(1, "8085550201");
        UserId user = imported(1);
        old.people().updateOne(new Document("_id", 1), Updates.set("is_removed", true));
        auth.admin().delete(user);
        assertSent();
        assertThat(document(1)).containsEntry("status_key", 0);
        auth.admin().restore(user);
        assertSent();
        assertThat(document(1)).containsEntry("is_removed", true).containsEntry("status_key", 0);
    }

    @Test
    void a_deletion_and_a_restoration_here_reach_the_document() {
        old.add(1, "8085550201");
        UserId user = imported(1);
        auth.admin().delete(user);
        assertSent();
        assertThat(document(1)).containsEntry("is_removed", true).containsEntry("status_key", 0);
        auth.admin().restore(user);
        assertSent();
        assertThat(document(1)).containsEntry("is_removed", false).containsEntry("status_key", 1);
    }

    @Test
    void fields_of_other_types_are_written_over_and_keep_theirs_where_they_fit() {
        Document odd = new Document("all", 1);
        old.add(1, 8_085_550_201L, "country_code", "1", "status_key", 1.0, "updated_time", "yesterday", "name", null);
        old.people().updateOne(new Document("_id", 1), Updates.set("username", List.of("a", odd)));
        UserId user = imported(1);
        claim(user, phone("+525512345678"));
        claim(user, RULES.username("ana").orElseThrow());
        assertSent();
        assertThat(document(1))
                .containsEntry("phone_number", 5_512_345_678L)
                .containsEntry("country_code", "52")
                .containsEntry("username", "ana")
                .containsEntry("status_key", 1.0);
        assertThat(document(1).get("updated_time")).isInstanceOf(Date.class);
    }

    @Test
    void keys_of_all_types_are_found_and_twins_by_their_text_are_not_guessed() {
        ObjectId hex = new ObjectId();
        List<Object> keys = List.of(hex, "text-7", 7, 12L);
        for (int i = 0; i < keys.size(); i++) {
            old.add(keys.get(i), "808555020" + i);
        }
        for (Object key : keys) {
            auth.admin().disable(imported(key));
        }
        assertSent();
        keys.forEach(key -> assertThat(document(key)).containsEntry("status_key", 0));

        old.add(8, "8085550208");
        UserId user = imported(8);
        old.add("8", "8085550209");
        auth.admin().disable(user);
        assertDeadLetter("several_legacy_rows");
        assertThat(document(8)).containsEntry("status_key", 1);
    }

    @Test
    void a_spelling_of_the_same_number_and_address_stays() {
        old.add(1, "(808) 555-0201", "email", "Ana@Example.com", "username", "AnaLuz");
        UserId user = imported(1);
        claim(user, email("ana@example.com"));
        assertSent();
        assertThat(document(1))
                .containsEntry("phone_number", "(808) 555-0201")
                .containsEntry("email", "Ana@Example.com")
                .containsEntry("username", "AnaLuz");
    }

    @Test
    void who_registers_here_gets_a_document_that_an_import_knows() {
        old.add(1, "8085550201");
        importAll();
        UserId user = auth.admin()
                .create(AccountDraft.ofPhone("+525512345678").vouchingForIdentifiers())
                .orElseThrow()
                .id();
        assertSent();
        Document made =
                old.people().find(new Document("phone_number", "5512345678")).first();
        assertThat(made)
                .containsEntry("country_code", 52)
                .containsEntry("status_key", 1)
                .containsEntry("is_removed", false);
        assertThat(importAll().people().in(State.CREATED)).isZero();
        auth.admin().disable(user);
        assertSent();
        assertThat(old.people().countDocuments()).isEqualTo(2);
    }

    @Test
    void who_registers_without_a_number_cannot_be_there() {
        auth.admin().create(AccountDraft.ofEmail("ana@example.com").vouchingForIdentifiers());
        assertDeadLetter("no_phone");
        assertThat(old.people().countDocuments()).isZero();
    }

    @Test
    void who_comes_over_from_there_is_not_written_back() {
        old.add(1, "8085550201");
        Document before = document(1);
        PersonImport people = new PersonImport(app.target(), new MongoPhoneOtpPreset(), ImportOptions.defaults());
        JustInTimeMigration migration = BothSystems.migration(people, old.database(), app.passwords(), app.clock);
        Auth node = app.node(writeBack.store(), builder -> builder.legacy(migration));
        assertThat(app.signInByCode(node, CodeIdentifier.phone("+18085550201"))).isInstanceOf(Outcome.Done.class);
        MigrationFixture.deliver(node);
        writeBack.sendDue();
        assertThat(document(1)).isEqualTo(before);
    }
}
