package dev.lockstile.auth.http.internal.picture;

/**
 * How often a JPEG goes over its pixels. A scan costs the decoder the whole picture and the sender some thirty bytes,
 * so a file of the size we take could keep a processor for an hour; the JDK's decoder has no limit of its own. Cameras
 * and editors write one to twelve.
 */
final class JpegScans {

    private static final int PREFIX = 0xff;
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    private JpegScans() {}

    /** Counted up to the end of the first picture that has any; one inside the metadata is passed over. */
    static int of(byte[] jpeg) {
        int scans = 0;
        int at = 2;
        while (at + 3 < jpeg.length) {
            int marker = (jpeg[at] & 0xff) == PREFIX ? jpeg[at + 1] & 0xff : 0;
            if (marker == END_OF_IMAGE && scans > 0) {
                return scans;
            }
            scans += marker == START_OF_SCAN ? 1 : 0;
            at += standsAlone(marker) ? 1 : 2 + Math.max(2, (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
        }
        return scans;
    }

    /**
     * Nothing follows that would have a length: part of the pixels (0), one more prefix, a restart, a beginning or end.
     */
    private static boolean standsAlone(int marker) {
        return marker <= 1 || marker == PREFIX || (marker >= 0xd0 && marker <= END_OF_IMAGE);
    }
}
