package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A process with 256 MiB of heap is not brought down by what is stored, nor by a crowd that types wrong passwords. */
class SmallHeapTest {

    @Test
    void costly_hashes_and_five_hundred_wrong_passwords_at_once_leave_a_small_heap_standing() throws Exception {
        List<String> hashes = new ArrayList<>(BombsTest.BOMBS);
        Vectors.list(Vectors.shared("argon2.json").get("invalid"))
                .forEach(test -> hashes.add(test.get("encoded").asString()));
        Map<String, String> lines = run(hashes);
        assertThat(lines).containsEntry("finished", "true").containsEntry("matched", "0");
        assertThat(Integer.parseInt(lines.get("heap"))).isLessThanOrEqualTo(256);
        assertThat(Integer.parseInt(lines.get("bombs"))).isEqualTo(hashes.size());
        assertThat(Integer.parseInt(lines.get("longestMillis"))).isLessThan(2_000);
        int refused = Integer.parseInt(lines.getOrDefault("crowdRefused", "0"));
        int busy = Integer.parseInt(lines.getOrDefault("crowdBusy", "0"));
        assertThat(refused).isPositive();
        assertThat(refused + busy).isEqualTo(500);
    }

    private static Map<String, String> run(List<String> hashes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName()));
        command.addAll(hashes);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        Map<String, String> lines = new TreeMap<>();
        output.lines()
                .filter(line -> line.matches("[A-Za-z]+=.*"))
                .forEach(
                        line -> lines.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return lines;
    }
}
