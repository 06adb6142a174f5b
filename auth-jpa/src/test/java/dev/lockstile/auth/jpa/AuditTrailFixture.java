package dev.lockstile.auth.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.event.AuditTrail.Report.Broken;
import dev.lockstile.auth.event.AuditTrail.Report.Damage;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.secret.Secret;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Audit trails in databases, and hands that tamper with them. */
@Timeout(120)
abstract class AuditTrailFixture {

    static final Instant T0 = Instant.parse("2026-11-22T08:00:00.123456Z");

    static final Secret KEY = AuthKeys.generate().auditKey();

    OpenHost host;

    String table;

    JpaAuditTrail trail;

    void open(TestDatabase database) {
        host = new OpenHost(TestHost.PLAIN, database);
        table = host.table(AuthTable.AUDIT);
        trail = host.store().auditTrail(KEY, table);
        assertThat(trail.begin()).isTrue();
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    void shows(Damage damage, long entry, String... tampering) {
        beginAnew();
        write(7);
        for (String statement : tampering) {
            host.sql(statement.replace("%s", table));
        }
        assertThat(trail.verify()).as(String.join("; ", tampering)).isEqualTo(new Broken(entry, damage));
    }

    void beginAnew() {
        host.sql(
                "delete from " + table,
                "delete from " + table + "_head",
                "insert into " + table + "_head (id, entries, last_digest, digest) values (1, 0, '', '')");
        trail = host.store().auditTrail(KEY, table);
        trail.begin();
    }

    void write(int count) {
        for (int i = 0; i < count; i++) {
            trail.on(event(i));
        }
    }

    static AuthEvent event(int number) {
        Instant at = T0.plusMillis(number);
        UserId user = new UserId((long) number);
        return number % 2 == 0
                ? new AuthEvent.SignedIn(at, user, new SessionId("s" + number), "password")
                : new AuthEvent.SignInFailed(at, user, "password", "wrong password");
    }
}
