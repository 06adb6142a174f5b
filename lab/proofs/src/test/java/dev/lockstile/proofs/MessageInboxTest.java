package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageInboxTest {

    private static final String LONG = "a long message ".repeat(4_000);

    @TempDir
    private Path folder;

    @Test
    void a_message_is_read_as_it_was_delivered() {
        MessageInbox inbox = new MessageInbox(folder.resolve("inbox"));
        inbox.deliver("ana@example.com", LONG);
        inbox.deliver("ana@example.com", "Código 123456");
        assertThat(inbox.to("ana@example.com"))
                .extracting(MessageInbox.Letter::text)
                .containsExactly(LONG, "Código 123456");
        assertThat(inbox.to("bob@example.com")).isEmpty();
    }

    @Test
    void a_line_whose_writer_was_killed_is_no_message_and_spoils_none() throws IOException {
        Path file = folder.resolve("inbox");
        MessageInbox inbox = new MessageInbox(file);
        inbox.deliver("ana@example.com", "first");
        String whole = Files.readString(file);
        for (int length = 1; length < whole.length() - 1; length++) {
            Files.writeString(file, whole.substring(0, length), StandardOpenOption.APPEND);
        }
        inbox.deliver("ana@example.com", "second");
        assertThat(inbox.to("ana@example.com"))
                .extracting(MessageInbox.Letter::text)
                .containsExactly("first", "second");
    }
}
