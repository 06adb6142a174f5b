package dev.lockstile.examples.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.http.PictureUploads;
import dev.lockstile.auth.http.settings.BlobStore;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.testkit.AuthTestKit;
import dev.lockstile.auth.testkit.InMemoryAuthStore;
import dev.lockstile.auth.token.Caller;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/own-data.md shows of pictures for entities of the application. */
final class OwnUploadTest {

    private static final int AN_HOUR = 30;

    @TempDir
    Path folder;

    private AuthTestKit kit;
    private PictureUploads uploads;
    private Caller ana;

    @BeforeEach
    void begin() {
        kit = AuthTestKit.of(Auth.builder(new InMemoryAuthStore()).settings(AuthTestKit.settings()));
        Auth auth = kit.auth();
        // region: uploads-of
        uploads = PictureUploads.of(auth, BlobStore.files(folder, "/media/recipes/"));
        // end: uploads-of
        ana = caller("ana@example.com");
    }

    @AfterEach
    void end() {
        kit.close();
    }

    private Caller caller(String email) {
        kit.member(email, "plum-harbour-4417");
        String access = kit.signIn(email, "plum-harbour-4417").tokens().access().reveal();
        return kit.auth().sessions().authenticate(access).orElseThrow();
    }

    @Test
    void a_picture_is_kept_for_its_owner_who_alone_removes_it() throws IOException {
        Recipe recipe = keep(ana, picture());
        assertThat(recipe.photo().owner()).isEqualTo(ana.user());
        assertThat(recipe.photo().mediaType()).isEqualTo("image/png");
        assertThat(recipe.photo().reference()).startsWith("/media/recipes/p").endsWith(".png");
        assertThat(files()).hasSize(1);
        assertThat(uploads.remove(caller("bea@example.com"), recipe.photo())).isFalse();
        assertThat(files()).hasSize(1);
        assertThat(uploads.remove(ana, recipe.photo())).isTrue();
        assertThat(files()).isEmpty();
    }

    private Recipe keep(Caller caller, byte[] upload) {
        // region: keep-upload
        Outcome<PictureUploads.Kept> kept = uploads.keep(caller, upload);
        Recipe recipe = new Recipe(kept.orElseThrow()); // owner and reference are columns of yours
        // end: keep-upload
        return recipe;
    }

    @Test
    void bytes_of_another_type_or_beyond_the_size_are_refused() throws IOException {
        byte[] large = Arrays.copyOf(picture(), 2 * 1024 * 1024 + 1);
        for (byte[] upload : List.of(
                "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8),
                "%PDF-1.7".getBytes(StandardCharsets.US_ASCII),
                new byte[0],
                large)) {
            assertThat(uploads.keep(ana, upload))
                    .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("picture", "invalid_picture"))));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void a_session_that_is_over_and_one_upload_too_many_keep_nothing() throws IOException {
        for (int i = 0; i < AN_HOUR; i++) {
            assertThat(uploads.keep(ana, picture()).isDone()).isTrue();
        }
        assertThat(uploads.keep(ana, picture()).isRefused(Refusal.THROTTLED)).isTrue();
        kit.auth().sessions().logoutAll(ana);
        assertThat(uploads.keep(ana, picture()).isRefused(Refusal.SESSION_ENDED))
                .isTrue();
        assertThat(files()).hasSize(AN_HOUR);
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB), "png", png);
        return png.toByteArray();
    }

    private record Recipe(PictureUploads.Kept photo) {}
}
