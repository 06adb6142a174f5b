package dev.lockstile.proofs;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.proofs.Operation.Call;
import jakarta.persistence.EntityManagerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One process of a deployment. Reads commands from its input, one a line, parts split by tabs, and answers in lines.
 */
final class Node {

    /** Marks the lines that are answers. */
    static final String MARK = "@ ";

    private final BufferedReader commands;
    private final WatchedDataSource watched;
    private final HikariDataSource pool;
    private final Auth auth;

    private Node(BufferedReader commands, WatchedDataSource watched, HikariDataSource pool, Auth auth) {
        this.commands = commands;
        this.watched = watched;
        this.pool = pool;
        this.auth = auth;
    }

    public static void main(String[] args) throws Exception {
        Deployment deployment = Deployment.load(Path.of(args[0]));
        // without any notice, as a power cut would
        WatchedDataSource watched =
                new WatchedDataSource(() -> Runtime.getRuntime().halt(137));
        MessageInbox postbox = new MessageInbox(deployment.postbox());
        Senders senders = new Senders((to, text) -> {
            watched.point();
            postbox.deliver(to, text);
            watched.point();
        });
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (HikariDataSource pool = deployment.pool();
                EntityManagerFactory emf = ProofHost.open(watched.around(pool))) {
            Auth auth = deployment.wire(JpaAuthStore.of(emf), senders, Clock.systemUTC());
            say("ready");
            new Node(commands, watched, pool, auth).serve();
        }
    }

    private void serve() throws Exception {
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            List<String> words = List.of(line.split("\t", -1));
            switch (words.get(0)) {
                case "race" -> race(words);
                case "crash" -> crash(words);
                case "dispatch" -> dispatch();
                case "hold" -> hold(words.get(1), words.get(2));
                default -> throw new IllegalArgumentException(words.get(0));
            }
        }
    }

    /** {@code race operation threads first-number arguments}; the threads begin at the line {@code go}. */
    private void race(List<String> words) throws Exception {
        Operation operation = Operation.valueOf(words.get(1));
        int threads = Integer.parseInt(words.get(2));
        int first = Integer.parseInt(words.get(3));
        List<String> args = words.subList(4, words.size());
        int attemptsBefore = watched.attempts();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Call call = new Call(first + i, args);
            answers.add(crowd.submit(() -> {
                go.await();
                return operation.answer(auth, call);
            }));
        }
        say("set");
        commands.readLine();
        go.countDown();
        Map<String, Integer> counts = new TreeMap<>();
        for (Future<String> answer : answers) {
            counts.merge(answer.get(), 1, Integer::sum);
        }
        crowd.shutdown();
        counts.put("attempts", watched.attempts() - attemptsBefore);
        say("counts\t"
                + String.join(
                        "\t", counts.entrySet().stream().map(Object::toString).toList()));
    }

    /** {@code crash point operation arguments}: dies at the point, or tells how the operation ended before it. */
    private void crash(List<String> words) {
        Operation operation = Operation.valueOf(words.get(2));
        Call call = new Call(0, words.subList(3, words.size()));
        watched.arm(Integer.parseInt(words.get(1)));
        String answer = operation.answer(auth, call);
        say("done\t" + answer + "\t" + watched.points());
    }

    /** {@code dispatch}: sends what is due, from now on, as a host's node does. */
    private void dispatch() {
        auth.start();
        say("dispatching");
    }

    /**
     * {@code hold update statement}: keeps the rows of an update, within a statement that takes long if there is one.
     */
    private void hold(String update, String longStatement) throws SQLException, IOException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(update);
            say("holding");
            if (!longStatement.isEmpty()) {
                statement.execute(longStatement);
            }
            commands.readLine();
        }
    }

    private static void say(String... words) {
        System.out.println(MARK + String.join("\t", Arrays.asList(words)));
        System.out.flush();
    }
}
