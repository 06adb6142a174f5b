package dev.lockstile.benchmarks.internal.host;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.email.EmailMessage;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.jpa.JpaAuthStore;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;

/** One node of a deployment: the host's persistence unit and the library wired on it. No message leaves it. */
public record Node(EntityManagerFactory emf, Auth auth) implements AutoCloseable {

    /** Wires a node on a database that has the tables. */
    public static Node on(DataSource pool, AuthKeys keys, BenchClock clock) {
        EntityManagerFactory emf = BenchHost.open(pool);
        Auth auth = Auth.builder(JpaAuthStore.of(emf))
                .settings(BenchSettings.settings())
                .keys(keys)
                .clock(clock)
                .randomness(BenchSettings.randomness())
                .email(new NoMail())
                .build();
        return new Node(emf, auth);
    }

    @Override
    public void close() {
        auth.close();
        emf.close();
    }

    private record NoMail() implements EmailSender {

        @Override
        public void send(EmailMessage message) {
            throw new IllegalStateException("no node dispatches messages here");
        }
    }
}
