package dev.lockstile.auth.imports.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.cutover.writeback.DeadLetter;
import dev.lockstile.auth.cutover.writeback.LegacySystem;
import dev.lockstile.auth.cutover.writeback.UserState;
import dev.lockstile.auth.cutover.writeback.WriteBack;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.person.PersonImport;
import dev.lockstile.auth.imports.preset.MongoPhoneOtpPreset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.SourceAccess;
import dev.lockstile.auth.imports.source.Sources;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.MigrationFixture;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What the cases of the write-back to MongoDB share; the host's tables are emptied before each test. */
abstract class MongoWriteBackCase {

    static final IdentifierRules RULES = IdentifierRules.standard();
    private static JpaHost opened;

    final OldPeople old = new OldPeople();
    final JpaHost host = opened;
    final JpaAuthStore store = JpaAuthStore.of(host.entities());
    final MigrationFixture app = new MigrationFixture(store);
    final LegacySystem there =
            MongoLegacySystem.phoneOtp(old.database(), MongoPhoneOtpPreset.NAME, OldPeople.COLLECTION);
    final WriteBack writeBack =
            BothSystems.writeBack(old.database(), store, host.entities()).with(app.clock);
    final Auth auth = app.node(writeBack.store(), builder -> builder);

    @BeforeAll
    static void openHost() {
        opened = JpaHost.onH2().migrate("write-back-host.xml");
    }

    @AfterAll
    static void closeHost() {
        opened.close();
    }

    @BeforeEach
    final void empty() {
        host.empty();
    }

    @AfterEach
    final void stop() {
        old.close();
    }

    final WriteBack to(LegacySystem system) {
        return WriteBack.to(system, store, host.entities(), RULES).with(app.clock);
    }

    final ImportReport importAll() {
        String url = "mongodb://127.0.0.1:" + old.port() + "/old";
        return new Importing(store)
                .run(
                        Sources.open(new SourceAccess(url, null, null)),
                        new MongoPhoneOtpPreset(),
                        ImportOptions.defaults());
    }

    /** An account that came from this document. */
    final UserId imported(Object id) {
        importAll();
        PersonImport people = new PersonImport(app.target(), new MongoPhoneOtpPreset(), ImportOptions.defaults());
        return people.userOf("users", id.toString()).orElseThrow();
    }

    final void claim(UserId user, Identifier identifier) {
        app.clock.advance(Duration.ofSeconds(1));
        writeBack.store().<Boolean>alone(tx -> {
            tx.users().claim(user, identifier, app.clock.instant());
            return true;
        });
    }

    static Identifier phone(String number) {
        return RULES.phone(number).orElseThrow();
    }

    static Identifier email(String address) {
        return RULES.email(address).orElseThrow();
    }

    final Document document(Object id) {
        return Objects.requireNonNull(old.find(id));
    }

    final void assertDeadLetter(String reason) {
        writeBack.sendDue();
        assertThat(writeBack.deadLetters(10)).extracting(DeadLetter::reason).containsExactly(reason);
    }

    final void assertSent() {
        assertThat(writeBack.sendDue()).isPositive();
        assertThat(writeBack.deadLetters(10)).isEmpty();
        assertThat(writeBack.figures().pending()).isZero();
    }

    /** The state that is due, which is not sent. */
    final UserState due() {
        AtomicReference<UserState> seen = new AtomicReference<>();
        to(new LegacySystem() {
                    @Override
                    public String system() {
                        return there.system();
                    }

                    @Override
                    public Delivery put(UserState person) {
                        seen.set(person);
                        return new Delivery.Stored(String.valueOf(person.legacyId()));
                    }
                })
                .sendDue();
        return Objects.requireNonNull(seen.get());
    }

    static UserState numbered(UserState state, long number) {
        return new UserState(
                state.user(),
                number,
                state.changedAt(),
                state.legacyId(),
                state.legacyProfileId(),
                state.changes(),
                state.account());
    }
}
