package dev.lockstile.proofs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The nodes of the soak as the test sees them: their ports, their figures, the messages they sent. */
final class SoakNodes implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final List<Member> members = new ArrayList<>();
    private final Map<String, BlockingQueue<MessageInbox.Letter>> boxes = new ConcurrentHashMap<>();
    private final Map<String, Integer> sent = new ConcurrentHashMap<>();
    private final Queue<String> unexpected;

    /** @param unexpected takes what a node tells that it should not */
    SoakNodes(ProofFixture fixture, int count, Duration life, Queue<String> unexpected) {
        this.unexpected = unexpected;
        for (int i = 0; i < count; i++) {
            members.add(new Member(NodeProcess.start(SoakNode.class, fixture.file())));
        }
        members.forEach(member -> member.begin(life));
    }

    List<Integer> ports() {
        return members.stream().map(member -> member.port).toList();
    }

    /** Every message that left, by its id, and how often. */
    Map<String, Integer> sent() {
        return Map.copyOf(sent);
    }

    /** Drops what came to an address before. */
    void forget(String to) {
        box(to).clear();
    }

    /** The next letter of that kind to an address; others before it are dropped. */
    MessageInbox.Letter letter(String to, Predicate<MessageInbox.Letter> kind) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            MessageInbox.Letter letter = next(box(to), end - System.nanoTime());
            if (letter != null && kind.test(letter)) {
                return letter;
            }
        }
        throw new AssertionError("no such letter came to " + to);
    }

    private static <T> T next(BlockingQueue<T> queue, long nanos) {
        try {
            return queue.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private BlockingQueue<MessageInbox.Letter> box(String to) {
        return boxes.computeIfAbsent(to, key -> new LinkedBlockingQueue<>());
    }

    /** What each node holds, under names such as {@code node 1 threads}. */
    void look(boolean collect, Map<String, Long> into) {
        members.forEach(member -> member.process.tell(collect ? "collect" : "look"));
        for (int i = 0; i < members.size(); i++) {
            for (String entry : members.get(i).answer("look")) {
                int at = entry.indexOf('=');
                if (at > 0) {
                    into.put("node " + (i + 1) + " " + entry.substring(0, at), Long.valueOf(entry.substring(at + 1)));
                }
            }
        }
    }

    @Override
    public void close() {
        members.forEach(member -> member.process.close());
    }

    /** One process, whose output is read by a thread. */
    private final class Member {

        private final NodeProcess process;
        private final BlockingQueue<List<String>> answers = new LinkedBlockingQueue<>();
        private volatile int port;

        Member(NodeProcess process) {
            this.process = process;
        }

        void begin(Duration life) {
            process.tell(life.toString());
            Thread reader = new Thread(this::read, "soak-reader");
            reader.setDaemon(true);
            reader.start();
            port = Integer.parseInt(answer("ready").get(1));
        }

        private void read() {
            List<String> words = process.answer();
            while (!words.get(0).equals("dead")) {
                switch (words.get(0)) {
                    case "letter" -> keep(words.get(1), words.get(2), words.get(3));
                    case "failed" -> unexpected.add(words.get(1));
                    default -> answers.add(words);
                }
                words = process.answer();
            }
            answers.add(words);
        }

        private void keep(String id, String to, String text) {
            sent.merge(id, 1, Integer::sum);
            byte[] bytes = Base64.getDecoder().decode(text);
            box(to).add(new MessageInbox.Letter(to, new String(bytes, StandardCharsets.UTF_8)));
        }

        List<String> answer(String word) {
            List<String> words = next(answers, TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
            if (words == null || !words.get(0).equals(word)) {
                throw new AssertionError("expected " + word + ", got " + words);
            }
            return words;
        }
    }
}
