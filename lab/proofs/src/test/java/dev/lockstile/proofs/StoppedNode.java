package dev.lockstile.proofs;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.jpa.JpaAuthStore;
import jakarta.persistence.EntityManagerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** A node that says when it has a message in hand, and sends it at the line {@code go}. */
final class StoppedNode {

    private StoppedNode() {}

    public static void main(String[] args) throws Exception {
        Deployment deployment = Deployment.load(Path.of(args[0]));
        MessageInbox postbox = new MessageInbox(deployment.postbox());
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Senders senders = new Senders((to, text) -> {
            say("in hand");
            await(commands);
            postbox.deliver(to, text);
            say("sent");
        });
        try (HikariDataSource pool = deployment.pool();
                EntityManagerFactory emf = ProofHost.open(pool);
                Auth auth = deployment.wire(JpaAuthStore.of(emf), senders, Clock.systemUTC())) {
            say("ready");
            await(commands);
            while (auth.messages().dispatchDue() == 0) {
                // until there is a message
            }
            say("noted");
            await(commands);
        }
    }

    private static void await(BufferedReader commands) {
        try {
            commands.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(String words) {
        System.out.println(Node.MARK + words);
        System.out.flush();
    }
}
