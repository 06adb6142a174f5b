package dev.lockstile.test.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a guide tells its reader to do. A block {@code sh} holds our commands, each {@code ./quickstart ...} or
 * {@code java -jar target/app.jar ...}; one that ends otherwise than with 0 says so: {@code # exits with 3}. A block
 * under {@code <!-- elsewhere -->} holds commands of other tools, one under {@code <!-- second terminal -->} a command
 * that serves until the end of the guide. A block {@code sql} says whose database it is for: {@code <!-- old database
 * -->} or {@code <!-- our database -->}. A block {@code json} under {@code <!-- file: NAME -->} is a file that the
 * reader makes.
 */
public final class GuideText {

    /** How a guide begins a command of the quickstart, and of an application on Spring Boot. */
    public static final String QUICKSTART = "./quickstart";

    public static final String APPLICATION = "java -jar target/app.jar";

    private static final List<String> OURS = List.of(QUICKSTART, APPLICATION);
    private static final Pattern FILE = Pattern.compile("<!-- file: ([\\w.-]+) -->");
    private static final Pattern EXIT = Pattern.compile("\\s+# exits with (\\d+)\\b.*$");

    private final String name;
    private final List<String> lines;
    private final List<GuideStep> steps = new ArrayList<>();

    private GuideText(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    public static List<GuideStep> read(Path document) {
        try {
            return read(document.getFileName().toString(), Files.readString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One section alone, up to the next heading of its rank. */
    public static List<GuideStep> read(Path document, String heading) {
        try {
            String text = Files.readString(document);
            int from = text.indexOf(heading + "\n");
            int to = text.indexOf("\n## ", from + 1);
            String before = text.substring(0, from).replaceAll("[^\n]", ""); // so that the places are right
            return read(document.getFileName().toString(), before + text.substring(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException for a text whose commands cannot be told; with the place */
    public static List<GuideStep> read(String name, String text) {
        GuideText guide = new GuideText(name, text.lines().toList());
        int next = 0;
        while (next < guide.lines.size()) {
            next = guide.lines.get(next).startsWith("```") ? guide.block(next) : next + 1;
        }
        return guide.steps;
    }

    /** Reads the block that begins at a line, and tells the line after it. */
    private int block(int start) {
        int end = start + 1;
        while (end < lines.size() && !lines.get(end).equals("```")) {
            end++;
        }
        if (end == lines.size()) {
            throw wrong(start, "a block that does not end");
        }
        String kind = lines.get(start).substring(3);
        String mark = start == 0 ? "" : lines.get(start - 1);
        switch (kind) {
            case "sh" -> commands(start + 1, end, mark);
            case "sql" -> steps.add(sql(start, end, mark));
            case "json" -> file(start, end, mark);
            default -> noCommandsIn(start, end);
        }
        return end + 1;
    }

    private void commands(int from, int to, String mark) {
        for (int i = from; i < to; i++) {
            int first = i;
            StringBuilder whole = new StringBuilder(lines.get(i));
            while (whole.length() > 0 && whole.charAt(whole.length() - 1) == '\\' && i + 1 < to) {
                whole.setLength(whole.length() - 1);
                i++;
                whole.append(lines.get(i).strip());
            }
            String line = whole.toString().strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                steps.add(
                        switch (mark) {
                            case "<!-- elsewhere -->" -> foreign(first, line);
                            case "<!-- second terminal -->" -> new GuideStep.Server(place(first), ours(first, line));
                            default -> command(first, ours(first, line));
                        });
            }
        }
    }

    private GuideStep command(int at, String line) {
        Matcher exit = EXIT.matcher(line);
        return exit.find()
                ? new GuideStep.Command(place(at), line.substring(0, exit.start()), Integer.parseInt(exit.group(1)))
                : new GuideStep.Command(place(at), line, 0);
    }

    private String ours(int at, String line) {
        if (OURS.stream().noneMatch(ours -> line.equals(ours) || line.startsWith(ours + " "))) {
            throw wrong(at, "neither one of " + OURS + " nor marked <!-- elsewhere -->: " + line);
        }
        return line;
    }

    private static boolean namesOurs(String line) {
        return OURS.stream().anyMatch(line::contains);
    }

    private GuideStep foreign(int at, String line) {
        if (namesOurs(line)) {
            throw wrong(at, "a command of ours that would not be tried: " + line);
        }
        return new GuideStep.Elsewhere(place(at), line);
    }

    private GuideStep sql(int start, int end, String mark) {
        String text = String.join("\n", lines.subList(start + 1, end));
        return switch (mark) {
            case "<!-- old database -->" -> new GuideStep.Sql(place(start), true, text);
            case "<!-- our database -->" -> new GuideStep.Sql(place(start), false, text);
            default -> throw wrong(start, "sql without <!-- old database --> or <!-- our database -->");
        };
    }

    /** A file that the reader makes; other JSON is shown alone. */
    private void file(int start, int end, String mark) {
        noCommandsIn(start, end);
        Matcher name = FILE.matcher(mark);
        if (name.matches()) {
            String text = String.join("\n", lines.subList(start + 1, end)) + "\n";
            steps.add(new GuideStep.File(place(start), name.group(1), text));
        }
    }

    private void noCommandsIn(int start, int end) {
        if (lines.subList(start, end).stream().anyMatch(GuideText::namesOurs)) {
            throw wrong(start, "a command outside of a block sh, which would not be tried");
        }
    }

    private IllegalArgumentException wrong(int at, String what) {
        return new IllegalArgumentException(place(at) + ": " + what);
    }

    private String place(int at) {
        return name + ":" + (at + 1);
    }
}
