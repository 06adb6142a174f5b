package dev.lockstile.auth.imports.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.imports.files.FileCopyReport.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files between folders and stores that speak S3. */
final class FileCopyTest {

    @TempDir
    private Path folder;

    private final Map<String, State> troubles = new TreeMap<>();
    private TestS3 s3;
    private Path old;
    private Path fresh;

    @BeforeEach
    void five_files() throws IOException {
        s3 = new TestS3();
        old = folder.resolve("old");
        fresh = folder.resolve("fresh");
        put("a.jpg", "a");
        put("people/фото 1.jpg", "photo");
        put("people/b+c & d.jpg", "b");
        put("deep/er/e.mp3", "e".repeat(100_000));
        put("empty", "");
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    private void put(String name, String text) throws IOException {
        Path file = old.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private FileStore store(Path path) {
        return FileStores.open(path.toString(), Map.of(), "FROM");
    }

    private FileStore bucket() {
        return FileStores.open("s3://bucket/media", s3.environment(), "TO");
    }

    private FileCopy copy(FileStore from, FileStore to) {
        return new FileCopy(from, to, false, troubles::put);
    }

    @Test
    void a_folder_goes_to_another_equal_by_checksum_and_a_second_run_copies_nothing() throws IOException {
        FileCopyReport planned = copy(store(old), store(fresh)).plan(null);
        assertThat(planned.in(State.COPIED)).isEqualTo(5);
        assertThat(fresh).doesNotExist();
        FileCopyReport done = copy(store(old), store(fresh)).run(null);
        assertThat(done.counts()).isEqualTo(planned.counts());
        assertThat(done.bytes()).isEqualTo(planned.bytes());
        assertEqual(store(fresh));
        assertThat(copy(store(old), store(fresh)).run(null).in(State.EQUAL)).isEqualTo(5);
    }

    @Test
    void a_folder_goes_to_s3_and_back() throws IOException {
        assertThat(copy(store(old), bucket()).run(null).in(State.COPIED)).isEqualTo(5);
        assertThat(s3.objects.keySet()).contains("media/people/фото 1.jpg", "media/people/b+c & d.jpg");
        assertEqual(bucket());
        s3.requests.clear();
        assertThat(copy(store(old), bucket()).run(null).in(State.EQUAL)).isEqualTo(5);
        assertThat(s3.requests).noneMatch(request -> request.startsWith("PUT") || request.startsWith("GET"));
        assertThat(copy(bucket(), store(fresh)).run(null).in(State.COPIED)).isEqualTo(5);
        assertEqual(store(fresh));
    }

    @Test
    void a_busy_server_is_asked_again_and_a_wrong_key_is_told() throws IOException {
        s3.busy = 2;
        assertThat(copy(store(old), bucket()).run(null).isWhole()).isTrue();
        Map<String, String> wrong = new TreeMap<>(s3.environment());
        wrong.put("TO_AWS_SECRET_ACCESS_KEY", "another");
        assertThatThrownBy(() -> copy(store(old), FileStores.open("s3://bucket", wrong, "TO"))
                        .run(null))
                .hasMessageContaining("403")
                .message()
                .doesNotContain("another");
        assertThatThrownBy(() -> FileStores.open("s3://bucket", Map.of(), "TO"))
                .hasMessageContaining("AWS_ACCESS_KEY_ID");
    }

    @Test
    void a_run_that_was_broken_off_goes_on() throws IOException {
        FileStore breaking = new BreakingStore(store(fresh), 2);
        assertThatThrownBy(() -> copy(store(old), breaking).run(null)).hasMessage("cut");
        FileCopyReport rest = copy(store(old), store(fresh)).run(null);
        assertThat(rest.in(State.EQUAL)).isEqualTo(2);
        assertThat(rest.in(State.COPIED)).isEqualTo(3);
        assertEqual(store(fresh));
    }

    @Test
    void missing_files_and_others_of_that_name_are_told_and_stay() throws IOException {
        Files.createDirectories(fresh);
        Files.writeString(fresh.resolve("a.jpg"), "b");
        List<String> named = List.of("a.jpg", "empty", "gone.jpg", "../outside", "/etc/passwd", "people/../a.jpg");
        FileCopyReport report = copy(store(old), store(fresh)).run(named);
        assertThat(troubles)
                .containsOnly(
                        Map.entry("a.jpg", State.DIFFERS),
                        Map.entry("gone.jpg", State.MISSING),
                        Map.entry("../outside", State.NAME_REFUSED),
                        Map.entry("/etc/passwd", State.NAME_REFUSED),
                        Map.entry("people/../a.jpg", State.NAME_REFUSED));
        assertThat(report.isWhole()).isFalse();
        assertThat(report.toJson()).contains("\"missing\": 1", "\"copied\": 1");
        assertThat(Files.readString(fresh.resolve("a.jpg"))).isEqualTo("b");
        new FileCopy(store(old), store(fresh), true, troubles::put).run(List.of("a.jpg"));
        assertThat(Files.readString(fresh.resolve("a.jpg"))).isEqualTo("a");
    }

    @Test
    void a_link_leads_nowhere_and_a_damaged_object_does_not_come() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "s");
        Files.createSymbolicLink(old.resolve("link"), secret);
        Files.createSymbolicLink(fresh, Files.createDirectories(folder.resolve("elsewhere")));
        assertThat(copy(store(old), bucket()).run(List.of("link")).in(State.MISSING))
                .isEqualTo(1);
        copy(store(old), bucket()).run(List.of("a.jpg"));
        s3.objects.put("media/a.jpg", "z".getBytes(StandardCharsets.UTF_8));
        assertThat(copy(bucket(), store(folder.resolve("third"))).run(null).in(State.CHANGED_MEANWHILE))
                .isEqualTo(1);
    }

    @Test
    void a_name_that_a_store_cannot_have_keeps_no_other_file_out() throws IOException {
        String longest = "ф".repeat(125);
        put(longest, "l");
        List<String> named = List.of("../other/a", "people/./a", "x".repeat(1020), "", longest, "people/фото 1.jpg");
        copy(store(old), bucket()).run(named);
        assertThat(copy(bucket(), bucket())
                        .run(List.of("../other/a", "", "x".repeat(1020)))
                        .in(State.NAME_REFUSED))
                .isEqualTo(3);
        assertThat(s3.requests).noneMatch(request -> request.contains("other"));
        s3.objects.put("media/people", "p".getBytes(StandardCharsets.UTF_8));
        s3.objects.put("media/" + "y".repeat(300), "y".getBytes(StandardCharsets.UTF_8));
        s3.objects.put("media/zoo/z", "z".getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(fresh.resolve("zoo/z"));
        troubles.clear();
        assertThat(copy(bucket(), store(fresh)).run(null).in(State.COPIED)).isEqualTo(2);
        assertThat(troubles)
                .containsOnly(
                        Map.entry("people/фото 1.jpg", State.NAME_REFUSED),
                        Map.entry("y".repeat(300), State.NAME_REFUSED),
                        Map.entry("zoo/z", State.NAME_REFUSED));
        assertThat(fresh.resolve(longest)).hasContent("l");
    }

    private void assertEqual(FileStore store) throws IOException {
        List<String> names = new ArrayList<>();
        store.names(names::add);
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "a.jpg", "people/фото 1.jpg", "people/b+c & d.jpg", "deep/er/e.mp3", "empty");
        for (String name : names) {
            try (InputStream copied = store.read(name);
                    InputStream original = Files.newInputStream(old.resolve(name))) {
                assertThat(Sha256Hex.of(copied)).as(name).isEqualTo(Sha256Hex.of(original));
            }
        }
    }

    /** Takes so many files and then breaks off. */
    private static final class BreakingStore implements FileStore {

        private final FileStore store;
        private int left;

        BreakingStore(FileStore store, int left) {
            this.store = store;
            this.left = left;
        }

        @Override
        public String description() {
            return store.description();
        }

        @Override
        public void names(Consumer<String> told) throws IOException {
            store.names(told);
        }

        @Override
        public Optional<StoredFile> find(String name) throws IOException {
            return store.find(name);
        }

        @Override
        public InputStream read(String name) throws IOException {
            return store.read(name);
        }

        @Override
        public void write(String name, Path content, String sha256) throws IOException {
            if (left-- == 0) {
                throw new IOException("cut");
            }
            store.write(name, content, sha256);
        }
    }
}
