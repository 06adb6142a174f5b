package dev.lockstile.auth.http.internal.picture;

import dev.lockstile.auth.http.internal.web.ErrorCode;
import dev.lockstile.auth.http.internal.web.RefusalException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Decodes a picture and encodes what is seen of it anew, so that nothing else in the file survives: no EXIF data, such
 * as where it was taken, no script, no second file inside. What it is, its first bytes say and not its sender; how
 * large it is, its header says before a pixel is decoded (ASVS 5.2.1, 5.2.6); how often its pixels are gone over is
 * bounded too. At most two are decoded at a time, which bounds the memory; who has waited two seconds for a turn is
 * sent away as busy, so that pictures do not use up the server's threads.
 */
public final class PictureCleaner {

    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final int MAX_SIDE = 8192;
    private static final long MAX_PIXELS = 12_000_000;
    private static final int MAX_SCANS = 32;
    private static final int KEPT_SIDE = 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Semaphore permits;
    private final Duration patience;

    public PictureCleaner() {
        this(new Semaphore(2, true), PATIENCE);
    }

    PictureCleaner(Semaphore permits, Duration patience) {
        this.permits = permits;
        this.patience = patience;
    }

    /**
     * The clean picture; empty when the bytes are no JPEG, PNG or WebP within the bounds. A {@link RefusalException}
     * says that the machine is busy with others.
     */
    public Optional<Picture> clean(byte[] upload) {
        Optional<String> format = upload.length > MAX_BYTES ? Optional.empty() : FileSignature.formatOf(upload);
        if (format.isEmpty() || (format.get().equals("jpeg") && JpegScans.of(upload) > MAX_SCANS)) {
            return Optional.empty();
        }
        enter();
        try {
            BufferedImage image = decode(upload, format.get());
            return Optional.of(encode(upright(image, Orientation.of(upload, format.get()))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // the readers tell of a broken file by exceptions of many kinds
        } finally {
            permits.release();
        }
    }

    private void enter() {
        try {
            if (!permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new RefusalException(ErrorCode.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusalException(ErrorCode.BUSY);
        }
    }

    private static BufferedImage decode(byte[] upload, String format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IIOException("no reader for " + format);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
                throw new IIOException("too many pixels");
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / (2 * KEPT_SIDE));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    /** Turned as the camera was held, and no larger than is kept. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        boolean turned = orientation >= 5;
        int width = turned ? image.getHeight() : image.getWidth();
        int height = turned ? image.getWidth() : image.getHeight();
        double scale = Math.min(1, (double) KEPT_SIDE / Math.max(width, height));
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage out = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = out.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (!alpha) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, out.getWidth(), out.getHeight());
        }
        AffineTransform transform = AffineTransform.getScaleInstance(scale, scale);
        transform.concatenate(Orientation.upright(orientation, image.getWidth(), image.getHeight()));
        graphics.drawImage(image, transform, null);
        graphics.dispose();
        return out;
    }

    private static Picture encode(BufferedImage image) throws IOException {
        boolean alpha = image.getColorModel().hasAlpha();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, alpha ? "png" : "jpeg", out)) {
                throw new IIOException("no writer");
            }
        }
        return new Picture(bytes.toByteArray(), alpha ? "image/png" : "image/jpeg");
    }
}
