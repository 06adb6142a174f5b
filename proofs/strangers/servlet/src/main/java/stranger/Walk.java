package stranger;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Registers, confirms, signs in, asks who is signed in, and signs out. */
record Walk(int port, Host.Inbox inbox) {

    private static final String EMAIL = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    void run() throws Exception {
        String registered = post(
                201,
                "register/",
                "{'email':'" + EMAIL + "','password':'" + PASSWORD + "','passwordConfirm':'" + PASSWORD
                        + "','firstName':'Ana','lastName1':'Ruiz','termsAccepted':true}",
                null);
        String mail = inbox.text();
        post(
                200,
                "registration/account-confirmation-email/",
                "{'uid':'" + found("uid=([^&\\s]+)", mail) + "','token':'" + found("token=([^&\\s]+)", mail)
                        + "','registration':'" + found("\"registration\":\"([^\"]+)\"", registered) + "'}",
                null);
        String login = post(
                200,
                "login/basic/",
                "{'login':'" + EMAIL + "','password':'" + PASSWORD + "','client':'web'}",
                null);
        String access = found("\"accessToken\":\"([^\"]+)\"", login);
        String me = send(200, "GET", "me/", null, access);
        if (!me.contains(EMAIL) || !me.contains("\"role\":\"USER\"")) {
            throw new IllegalStateException("not who signed in: " + me);
        }
        post(204, "logout/", "{}", access);
        send(401, "GET", "me/", null, access);
        System.out.println("walked");
    }

    private String post(int status, String path, String body, String access) throws Exception {
        return send(status, "POST", path, body.replace('\'', '"'), access);
    }

    private String send(int status, String method, String path, String body, String access) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/auth/" + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (access != null) {
            request.header("Authorization", "Bearer " + access);
        }
        HttpResponse<String> reply =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != status) {
            throw new IllegalStateException(path + ": " + reply.statusCode() + " " + reply.body());
        }
        return reply.body();
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern);
        }
        return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
    }
}
