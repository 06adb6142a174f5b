package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.http.settings.BlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest {

    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    private Path folder;

    @Test
    void a_replaced_picture_is_removed_and_the_same_one_of_somebody_else_stays() throws IOException {
        BlobStore pictures = BlobStore.files(folder, "/media");
        String anas = pictures.keep(BYTES, "image/png");
        String bobs = pictures.keep(BYTES, "image/png");
        assertThat(anas).isNotEqualTo(bobs).startsWith("/media/");
        pictures.remove(anas);
        pictures.remove(anas);
        assertThat(names()).containsExactly(bobs.substring("/media/".length()));
        assertThat(Files.readAllBytes(folder.resolve(names().get(0)))).isEqualTo(BYTES);
    }

    @Test
    void nothing_but_an_own_upload_is_ever_removed() throws IOException {
        BlobStore pictures = BlobStore.files(folder, "/media/");
        String shared = "a".repeat(64) + ".png";
        Files.write(folder.resolve(shared), BYTES);
        Path outside =
                Files.write(Files.createDirectories(folder.resolve("other")).resolve("p.png"), BYTES);
        for (String reference : new String[] {
            "/media/" + shared, "/media/other/p.png", "/media/../p.png", "https://img.example/a.png", ""
        }) {
            pictures.remove(reference);
        }
        assertThat(outside).exists();
        assertThat(folder.resolve(shared)).exists();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
