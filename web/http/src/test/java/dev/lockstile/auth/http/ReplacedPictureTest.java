package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.Profiles.PictureChange;
import dev.lockstile.auth.http.settings.BlobStore;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Which file is removed after an upload: always the one that no profile shows. */
class ReplacedPictureTest {

    private static final String NEW = "/media/new";
    private static final String REPLACED = "/media/replaced";

    private final List<String> removed = new CopyOnWriteArrayList<>();

    @Test
    void the_picture_that_the_write_replaced_goes() throws IOException {
        assertThat(upload(Outcome.done(new PictureChange(Samples.PROFILE, REPLACED))))
                .isEqualTo(200);
        assertThat(removed).containsExactly(REPLACED);
    }

    @Test
    void a_first_picture_replaces_none() throws IOException {
        assertThat(upload(Outcome.done(new PictureChange(Samples.PROFILE, null))))
                .isEqualTo(200);
        assertThat(removed).isEmpty();
    }

    @Test
    void a_picture_that_is_refused_goes() throws IOException {
        assertThat(upload(Outcome.refused(Refusal.PROFILE_NOT_FOUND))).isEqualTo(404);
        assertThat(removed).containsExactly(NEW);
    }

    @Test
    void a_picture_whose_write_fails_goes() throws IOException {
        assertThat(upload(new IllegalStateException("the database is away"))).isEqualTo(500);
        assertThat(removed).containsExactly(NEW);
    }

    private int upload(Object written) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
        String encoded = Base64.getEncoder().encodeToString(picture.toByteArray());
        HttpSettings settings = HttpSettings.defaults()
                .withSnakeCase()
                .withClock(TestServer.fixed())
                .withPictures(new Remembering(removed));
        try (TestServer server = TestServer.of(new Fakes().answering("setPicture", written), settings)) {
            return server.client()
                    .signedIn()
                    .patch("/auth/profile/picture/", "{\"picture\":\"" + encoded + "\"}")
                    .status();
        }
    }

    private record Remembering(List<String> removed) implements BlobStore {

        @Override
        public String keep(byte[] bytes, String mediaType) {
            return NEW;
        }

        @Override
        public void remove(String reference) {
            removed.add(reference);
        }
    }
}
