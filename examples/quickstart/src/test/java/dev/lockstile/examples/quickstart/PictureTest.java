package dev.lockstile.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture from its upload to the address it is served at. */
class PictureTest {

    @TempDir
    static Path folder;

    private static PagesFixture fixture;

    @BeforeAll
    static void open() {
        fixture = PagesFixture.open(folder, Map.of());
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void an_uploaded_picture_is_served_until_another_takes_its_place(String format) throws IOException {
        String email = format + "@example.com";
        fixture.member(email);
        Http http = new Http(fixture.port());
        Map<String, String> login = Map.of("login", email, "password", PagesFixture.PASSWORD, "client", "web");
        String access = http.post("/auth/login/basic/", login)
                .json()
                .path("tokens")
                .path("accessToken")
                .asString();

        String first = upload(http, access, format);
        assertServed(fixture.visitor().open(first), format);
        String second = upload(http, access, format);
        assertServed(fixture.visitor().open(second), format);
        assertThat(fixture.visitor().open(first).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q%s.png", "pp%s.png", "p%s.svg", "p%s", ""})
    void no_other_name_is_looked_for(String name) {
        String path = "/media/" + name.formatted("0".repeat(64));
        assertThat(fixture.visitor().open(path).status()).isEqualTo(404);
    }

    private static void assertServed(Visitor.Shown picture, String format) {
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/" + format);
        assertThat(picture.text()).isNotEmpty();
    }

    private static String upload(Http http, String access, String format) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        int colours = format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        ImageIO.write(new BufferedImage(8, 8, colours), format, picture); // one without transparency is kept as JPEG
        String encoded = Base64.getEncoder().encodeToString(picture.toByteArray());
        Http.Answer answer = http.patch("/auth/profile/picture/", Map.of("picture", encoded), access);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("profile").path("picture").asString();
    }
}
