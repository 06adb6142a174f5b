package dev.lockstile.auth.imports;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.report.RollbackReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.support.Importing;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallLegacy;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.CodeStore.NewCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A small old system of which a first run has been made, and what is looked at after the second. */
abstract class UpdateFixture {

    static final Instant LATER = Importing.NOW.plus(Duration.ofDays(1));
    static final Secret KEY = AuthKeys.generate().importKey();
    static final String BCRYPT_1 = "'bcrypt$$2b$04$0zK0d9DxWSKXd1wJPvFP8uTnUGkAL5rUvhbgqsq7Fg8dBlGXNQ0XK'";
    static final String BCRYPT_2 = "'bcrypt$$2b$04$LCbJb9DxWSKXd1wJPvFP8uTnUGkAL5rUvhbgqsq7Fg8dBlGXNQ0XK'";
    static final List<String> TABLES = List.of("auth_user", "auth_profile", "auth_device", "auth_legacy_link");

    public final SmallLegacy old = new SmallLegacy();
    final List<QuarantineEntry> told = new ArrayList<>();
    public JpaHost host;
    public Importing importing;

    abstract JpaHost openHost();

    @BeforeEach
    void open() {
        host = openHost();
        importing = new Importing(host.store()).sealedBy(KEY);
    }

    @AfterEach
    void close() {
        host.close();
    }

    void threePeople() {
        for (int id = 1; id <= 3; id++) {
            old.user(id, "password", BCRYPT_1).profile(id, id).device(id, id);
        }
        importing.run(old.source());
    }

    void signIn(int id) {
        UserId user = user(id);
        host.store().alone(tx -> tx.users().recordLogin(user, LATER));
    }

    UserId user(int id) {
        return host.store().userId(ref("users", id)).orElseThrow();
    }

    String ref(String entity, int id) {
        return ref(entity, String.valueOf(id));
    }

    private String ref(String entity, String id) {
        return host.rows("select local_ref from auth_legacy_link where entity = '" + entity + "' and legacy_id = '" + id
                        + "'")
                .get(0)
                .get("local_ref");
    }

    Map<String, String> row(String table, String entity, int id) {
        return row(table, entity, String.valueOf(id));
    }

    Map<String, String> row(String table, String entity, String id) {
        return host.rows("select * from " + table + " where id = " + ref(entity, id))
                .get(0);
    }

    RollbackReport rollback(ImportReport report, @Nullable Secret key) {
        Clock clock = Clock.fixed(LATER, ZoneOffset.UTC);
        return new RunRollback(host.store(), clock, key).run(report.run().runId(), told::add);
    }

    static Map<String, Long> states(ImportReport report, String entity) {
        Map<String, Long> states = new TreeMap<>();
        for (State state : State.values()) {
            long rows = report.entities().get(entity).in(state);
            if (rows > 0) {
                states.put(state.text(), rows);
            }
        }
        return states;
    }

    Map<String, List<Map<String, String>>> rows() {
        Map<String, List<Map<String, String>>> all = new TreeMap<>();
        TABLES.forEach(table -> all.put(table, host.rows("select * from " + table + " order by id")));
        return all;
    }

    /** Sends a code for a new password to the address of that account. */
    void ask(UserId user, String challenge) {
        String email = host.rows("select email_key from auth_user where id = " + user)
                .get(0)
                .get("email_key");
        CodeState.Binding binding =
                new CodeState.Binding(challenge, CodePurpose.RESET_PASSWORD, Channel.EMAIL, email, user);
        CodeState.Times times = new CodeState.Times(Importing.NOW, Importing.NOW.plus(Duration.ofDays(9)), null, null);
        NewCode code = new NewCode(new CodeState(binding, "digest", 0, 5, times), email, challenge);
        host.store().alone(tx -> {
            tx.codes().replace(code);
            return true;
        });
    }

    boolean opens(String challenge) {
        return host.store().alone(tx -> tx.codes().use(challenge, LATER));
    }
}
