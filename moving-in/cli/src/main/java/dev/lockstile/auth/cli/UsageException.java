package dev.lockstile.auth.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what is wrong with a command line without repeating what was typed: a slip in the name of an option makes its
 * value, perhaps a password, an argument like any other.
 */
final class UsageException implements IParameterExceptionHandler {

    private static final String HIDDEN = "***";

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(
                e instanceof UnmatchedArgumentException unmatched ? words(unmatched, arguments) : words(e, arguments));
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            line.usage(err, line.getColorScheme());
        }
        err.flush();
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String words(UnmatchedArgumentException e, String[] arguments) {
        int place = e.getUnmatched().isEmpty()
                ? 0
                : Arrays.asList(arguments).indexOf(e.getUnmatched().get(0)) + 1;
        return "Unknown option or argument" + (place == 0 ? "" : ", number " + place + " on the command line")
                + " (not repeated, since it may hold a secret)";
    }

    /** The library's own words, with every value taken out. */
    private static String words(ParameterException e, String[] arguments) {
        String text = String.valueOf(e.getMessage());
        String[] longestFirst = Arrays.stream(arguments)
                .map(UsageException::value)
                .filter(value -> !value.isEmpty())
                .sorted((one, other) -> other.length() - one.length())
                .toArray(String[]::new);
        for (String value : longestFirst) {
            for (String quote : new String[] {"'", "\""}) {
                text = text.replace(quote + value + quote, quote + HIDDEN + quote);
            }
            text = text.replace("=" + value, "=" + HIDDEN);
        }
        return text;
    }

    /** What an argument gives besides the name of an option. */
    private static String value(String argument) {
        int equals = argument.indexOf('=');
        boolean named = argument.startsWith("-");
        return named ? (equals < 0 ? "" : argument.substring(equals + 1)) : argument;
    }
}
