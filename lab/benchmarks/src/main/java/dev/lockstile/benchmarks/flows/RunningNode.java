package dev.lockstile.benchmarks.flows;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Flow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** A process with a node in it, from the outside. */
final class RunningNode implements AutoCloseable {

    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private RunningNode(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static RunningNode start(Database database, AuthKeys keys) throws IOException {
        RunningNode node = new RunningNode(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeProgram.class.getName(),
                        database.url(),
                        keys.digestKey().reveal(),
                        keys.signing().jwkSet().reveal())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        node.answer();
        return node;
    }

    /** Has its clients made ready. */
    void prepare(Order order) throws IOException {
        tell(String.format(
                Locale.ROOT,
                "%s %d %d %d %d %d",
                order.flow(),
                order.clients(),
                order.first(),
                order.apart(),
                order.millis(),
                order.ahead()));
        answer();
    }

    void go() throws IOException {
        tell("go");
    }

    /** What it has done since. */
    Done done() throws IOException {
        String[] words = answer().split(" ", -1);
        return new Done(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
    }

    private void tell(String line) throws IOException {
        orders.write(line + "\n");
        orders.flush();
    }

    private String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("@ ")) {
                return line;
            }
        }
        throw new IOException("a node has ended");
    }

    @Override
    public void close() {
        try {
            orders.close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroy();
        }
    }

    /**
     * What a node is to do.
     *
     * @param first the number of the first client's first person
     * @param apart how far the next client's people are from there
     * @param millis how long
     * @param ahead how far its clock has to be ahead, for the other's to be no further
     */
    record Order(Flow flow, int clients, long first, long apart, long millis, long ahead) {}

    /** How often, in how many nanoseconds, and how far the clock is ahead in milliseconds. */
    record Done(long times, long nanos, long ahead) {}
}
