package dev.lockstile.proofs;

import dev.lockstile.test.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A node as the test sees it: a Java process on the test's own class path. */
final class NodeProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;

    private NodeProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /** Starts a node; several start side by side until each is asked whether it is {@link #ready}. */
    static NodeProcess start(Path deployment) {
        return start(Node.class, deployment);
    }

    /** Starts another program of this module in its place. */
    static NodeProcess start(Class<?> program, Path deployment) {
        List<String> command = ChildJvm.command(program, "-Xmx256m");
        command.add(deployment.toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        try {
            return new NodeProcess(
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NodeProcess ready() {
        expect("ready");
        return this;
    }

    void tell(String... words) {
        commands.println(String.join("\t", words));
    }

    void tell(List<String> words) {
        commands.println(String.join("\t", words));
    }

    /** The next answer, which has to begin like this. */
    List<String> expect(String word) {
        List<String> answer = answer();
        if (!answer.get(0).equals(word)) {
            throw new AssertionError("expected " + word + ", got " + answer);
        }
        return answer;
    }

    /** The next answer; the single word {@code dead} when the process is no more. */
    List<String> answer() {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(Node.MARK)) {
                    return List.of(line.substring(Node.MARK.length()).split("\t"));
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return List.of("dead", Integer.toString(exitCode()));
    }

    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String entry : expect("counts")) {
            int at = entry.indexOf('=');
            if (at > 0) {
                counts.put(entry.substring(0, at), Integer.parseInt(entry.substring(at + 1)));
            }
        }
        return counts;
    }

    private int exitCode() {
        try {
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Stops the process with {@code STOP}, lets it go on with {@code CONT}. */
    void signal(String name) {
        try {
            int failed = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (failed != 0) {
                throw new AssertionError("kill -" + name + ": " + failed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    @Override
    public void close() {
        commands.close();
        process.destroyForcibly();
    }
}
