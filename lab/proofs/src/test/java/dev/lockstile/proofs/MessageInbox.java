package dev.lockstile.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where messages arrive: a file, so that a message counts as sent whatever becomes of the process that sent it. Several
 * processes append to it. A line has an end mark: one whose writer is still writing, or was killed, is no message yet.
 */
record MessageInbox(Path file) {

    private static final Pattern WHOLE = Pattern.compile("(\\S+) ([\\w+/=]+) \\.");
    private static final Pattern CODE = Pattern.compile("(?<![\\w+])\\d{6,10}(?!\\w)");
    private static final Pattern LINK = Pattern.compile("[?&]uid=([\\w-]+)&token=([\\w-]+)");

    private static final Pattern LOGIN_LINK = Pattern.compile("/link\\?token=([\\w-]+)");

    synchronized void deliver(String to, String text) {
        String line =
                "\n" + to + " " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + " .\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        try (FileChannel end = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            // One call of the system: two processes that append at once do not mix their lines.
            end.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.hasRemaining()) {
            throw new IllegalStateException("the disk is full");
        }
    }

    List<Letter> to(String recipient) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(WHOLE::matcher)
                    .filter(Matcher::matches)
                    .filter(line -> line.group(1).equals(recipient))
                    .map(line -> Letter.read(recipient, line.group(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last code or link: what lives short is sent before a notice that was written earlier. */
    Letter lastTo(String recipient) {
        List<Letter> letters = to(recipient).stream().filter(Letter::hasSecret).toList();
        if (letters.isEmpty()) {
            throw new AssertionError("neither code nor link was sent to " + recipient);
        }
        return letters.get(letters.size() - 1);
    }

    /** One message as it arrived. */
    record Letter(String to, String text) {

        private static Letter read(String to, String encoded) {
            return new Letter(to, new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        }

        String code() {
            return find(CODE).group();
        }

        String uid() {
            return find(LINK).group(1);
        }

        String token() {
            return find(LINK).group(2);
        }

        /** Of a link to sign in with, which names no account. */
        String loginToken() {
            return find(LOGIN_LINK).group(1);
        }

        boolean hasLink() {
            return LINK.matcher(text).find();
        }

        /** A code or a link, and no mere notice. */
        boolean hasSecret() {
            return hasLink() || CODE.matcher(text).find();
        }

        private Matcher find(Pattern pattern) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("no " + pattern + " in a message");
            }
            return matcher;
        }
    }
}
