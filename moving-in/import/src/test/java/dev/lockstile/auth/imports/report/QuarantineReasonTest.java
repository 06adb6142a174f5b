package dev.lockstile.auth.imports.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuarantineReasonTest {

    @Test
    void the_table_in_the_documents_is_made_of_the_reasons() throws IOException {
        List<String> rows = Arrays.stream(QuarantineReason.values())
                .map(reason -> "- `" + reason.code() + "`: " + reason.text())
                .toList();
        String page = Files.readString(BuildFolder.root().resolve("docs/import-rules.md"));
        String table = page.substring(page.indexOf("## Reasons of a quarantine"));
        assertThat(table.lines().filter(line -> line.startsWith("- `"))).containsExactlyElementsOf(rows);
    }
}
