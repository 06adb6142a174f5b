package dev.lockstile.auth.http.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.RefusalException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureCleanerTest {

    /** One red pixel, lossless. */
    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRhwAAABXRUJQVlA4TA8AAAAvAAAAAAcQ/Y/+ByKi/wEA");

    private final PictureCleaner cleaner = new PictureCleaner();

    @ParameterizedTest
    @CsvSource({"jpeg,image/jpeg,2", "png,image/png,2", "png,image/jpeg,1"})
    void a_picture_is_encoded_anew(String format, String type, int kind) throws IOException {
        int model = kind == 1 ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        byte[] upload =
                encoded(new BufferedImage(40, 30, format.equals("jpeg") ? BufferedImage.TYPE_INT_RGB : model), format);
        Picture clean = cleaner.clean(upload).orElseThrow();
        assertThat(clean.mediaType()).isEqualTo(type);
        assertThat(read(clean).getWidth()).isEqualTo(40);
    }

    @Test
    void who_waits_too_long_for_a_turn_is_sent_away_as_busy() {
        Semaphore turns = new Semaphore(0);
        PictureCleaner crowded = new PictureCleaner(turns, Duration.ofMillis(5));
        assertThatExceptionOfType(RefusalException.class)
                .isThrownBy(() -> crowded.clean(WEBP))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BUSY));
        turns.release();
        assertThat(crowded.clean(WEBP)).isPresent();
        assertThat(crowded.clean(WEBP)).as("the turn was given back").isPresent();
    }

    @Test
    void webp_is_understood() {
        assertThat(cleaner.clean(WEBP)).isPresent();
    }

    @Test
    void nothing_of_the_file_but_what_is_seen_survives() throws IOException {
        byte[] jpeg = encoded(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] secret = "GPS 19.4326 -99.1332 <script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] upload = withExif(jpeg, 6, secret);
        byte[] tail = Arrays.copyOf(upload, upload.length + secret.length);
        System.arraycopy(secret, 0, tail, upload.length, secret.length);
        Picture clean = cleaner.clean(tail).orElseThrow();
        assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("script")
                .doesNotContain("Exif");
        assertThat(read(clean).getWidth()).as("turned as the camera was held").isEqualTo(10);
    }

    @Test
    void a_large_picture_is_made_smaller() throws IOException {
        BufferedImage large = new BufferedImage(3000, 1500, BufferedImage.TYPE_INT_RGB);
        BufferedImage kept = read(cleaner.clean(encoded(large, "jpeg")).orElseThrow());
        assertThat(kept.getWidth()).isEqualTo(1024);
        assertThat(kept.getHeight()).isBetween(510, 514);
    }

    @Test
    void too_many_pixels_are_refused_before_they_are_decoded() throws IOException {
        byte[] bomb = encoded(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        bomb[16] = 0;
        bomb[17] = 0;
        bomb[18] = (byte) 0xff;
        bomb[19] = (byte) 0xff;
        assertThat(cleaner.clean(bomb)).isEmpty();
    }

    @Test
    void a_picture_that_is_gone_over_a_thousand_times_is_refused() throws IOException {
        assertThat(cleaner.clean(progressive(10))).as("what editors write").isPresent();
        assertThat(cleaner.clean(progressive(1000)))
                .as("one small file, minutes of work")
                .isEmpty();
        byte[] many = progressive(1000);
        byte[] behindTables = Arrays.copyOf(HexFormat.of().parseHex("ffd8ffd9"), 4 + many.length);
        System.arraycopy(many, 0, behindTables, 4, many.length);
        assertThat(cleaner.clean(behindTables)).isEmpty();
    }

    @Test
    void scans_of_a_picture_inside_and_behind_do_not_count() throws IOException {
        byte[] jpeg = encoded(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] many = progressive(1000);
        byte[] upload = withExif(jpeg, 1, many);
        byte[] tail = Arrays.copyOf(upload, upload.length + many.length);
        System.arraycopy(many, 0, tail, upload.length, many.length);
        assertThat(cleaner.clean(tail)).isPresent();
    }

    /** A grey picture of 8 by 8, black at first, over which so many scans go that change nothing (ITU T.81 annex G). */
    private static byte[] progressive(int scans) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HexFormat.of().parseHex("ffd8" + "ffdb004300" + "01".repeat(64)));
        out.writeBytes(HexFormat.of().parseHex("ffc2000b08000800080101" + "1100"));
        out.writeBytes(HexFormat.of().parseHex("ffc4001400" + "01" + "00".repeat(15) + "00"));
        out.writeBytes(HexFormat.of().parseHex("ffc4001410" + "01" + "00".repeat(15) + "00"));
        out.writeBytes(HexFormat.of().parseHex("ffda00080101000000007f"));
        for (int i = 1; i < scans; i++) {
            String band = String.format("%02x", 1 + i % 63);
            out.writeBytes(HexFormat.of().parseHex("ffda0008010100" + band + band + "007f"));
        }
        out.writeBytes(HexFormat.of().parseHex("ffd9"));
        return out.toByteArray();
    }

    @Test
    void what_is_no_picture_is_refused_and_never_thrown() throws IOException {
        Random random = new Random(7);
        byte[] jpeg = encoded(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] png = encoded(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB), "png");
        assertThat(cleaner.clean(new byte[0])).isEmpty();
        assertThat(cleaner.clean("<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(cleaner.clean("GIF89a".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        for (int i = 0; i < 300; i++) {
            byte[] broken = (i % 3 == 0 ? WEBP : i % 3 == 1 ? jpeg : png).clone();
            for (int n = 0; n < 8; n++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            Optional<Picture> result = cleaner.clean(Arrays.copyOf(broken, random.nextInt(broken.length) + 1));
            result.ifPresent(picture -> assertThat(picture.bytes()).isNotEmpty());
        }
    }

    private static byte[] withExif(byte[] jpeg, int orientation, byte[] secret) {
        byte[] tiff = {
            'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte) orientation, 0, 0, 0, 0, 0, 0, 0
        };
        int length = 2 + 6 + tiff.length + secret.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
        out.writeBytes(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        out.writeBytes(tiff);
        out.writeBytes(secret);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        image.setRGB(0, 0, Color.RED.getRGB());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static BufferedImage read(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }
}
