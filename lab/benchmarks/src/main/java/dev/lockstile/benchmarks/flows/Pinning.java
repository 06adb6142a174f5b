package dev.lockstile.benchmarks.flows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Watches, with the flight recorder, for virtual threads that block while they are pinned to their carrier. */
final class Pinning implements AutoCloseable {

    private static final String EVENT = "jdk.VirtualThreadPinned";

    private final Recording recording;

    private Pinning(Recording recording) {
        this.recording = recording;
    }

    /** Notes every one from now on, however short. */
    static Pinning watch() {
        Recording recording = new Recording();
        recording.enable(EVENT).withoutThreshold().withStackTrace();
        recording.start();
        return new Pinning(recording);
    }

    /** How often, how long, and where. */
    String words() throws IOException {
        Path file = Files.createTempFile("pinned", ".jfr");
        try {
            recording.dump(file);
            return words(RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(EVENT))
                    .toList());
        } finally {
            Files.delete(file);
        }
    }

    private static String words(List<RecordedEvent> pinned) {
        if (pinned.isEmpty()) {
            return "No virtual thread was pinned to its carrier while it waited.";
        }
        Map<String, Integer> places = new TreeMap<>();
        pinned.forEach(event -> places.merge(place(event), 1, Integer::sum));
        Duration longest = pinned.stream()
                .map(RecordedEvent::getDuration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return String.format(
                Locale.ROOT,
                "Virtual threads waited %d times while pinned to their carrier, %d ms at the longest, at: %s.",
                pinned.size(),
                longest.toMillis(),
                places);
    }

    /** The first frame that is not the JDK's, and what the JDK holds to be the reason. */
    private static String place(RecordedEvent event) {
        String why = event.hasField("pinnedReason") ? " (" + event.getString("pinnedReason") + ")" : "";
        if (event.getStackTrace() == null) {
            return "unknown" + why;
        }
        return event.getStackTrace().getFrames().stream()
                        .filter(RecordedFrame::isJavaFrame)
                        .map(frame -> frame.getMethod().getType().getName() + "."
                                + frame.getMethod().getName())
                        .filter(name ->
                                !name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun."))
                        .findFirst()
                        .orElse("the JDK alone")
                + why;
    }

    @Override
    public void close() {
        recording.close();
    }
}
