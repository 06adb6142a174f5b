package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.internal.web.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of errors in docs/http.md has every code. */
class ErrorCodesPageTest {

    @Test
    void every_code_is_on_the_page() throws IOException {
        String page = Files.readString(Path.of("../../docs/http.md"));
        String errors = page.substring(page.indexOf("\n## Errors\n"), page.indexOf("\n## Browsers\n"));
        assertThat(ErrorCode.values()).allSatisfy(code -> assertThat(errors).contains("`" + code.text() + "`"));
    }
}
