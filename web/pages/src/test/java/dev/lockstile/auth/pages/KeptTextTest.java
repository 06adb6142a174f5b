package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was typed is there after the way back: browsers forget it in fields without completion. */
class KeptTextTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/dev/lockstile/auth/pages");

    @Test
    void recovery_codes_alone_have_no_completion() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            List<String> fields = files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(KeptTextTest::inputs)
                    .filter(line -> line.contains("'off'") || line.contains("autocomplete=\"off\""))
                    .toList();
            assertThat(fields).hasSize(2).allMatch(line -> line.contains("t['codes.one']"));
        }
    }

    private static Stream<String> inputs(Path file) {
        try {
            return Files.readString(file).lines();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
