package org.jiuzhu.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as a login needs: cookies, redirects, the hidden field of a form. */
final class HttpBrowser {

    private final CookieManager cookies = new LocalCookies();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    HttpResponse<String> get(String url, String... headers) {
        return send(request(url, headers).GET().build());
    }

    HttpResponse<String> post(String url, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(url, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    static String field(HttpResponse<String> page, String name) {
        return found(page, "name=\"" + name + "\"[^>]*value=\"([^\"]*)\"");
    }

    static String formAction(HttpResponse<String> page) {
        return found(page, "<form[^>]*action=\"([^\"]*)\"").replace("&amp;", "&");
    }

    private static String found(HttpResponse<String> page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + page.uri() + ":\n" + page.body());
        }
        return matcher.group(1);
    }

    /** To a browser localhost is a secure place: it sends secure cookies there without TLS. */
    private static final class LocalCookies extends CookieManager {

        LocalCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> local = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.forEach((name, values) -> local.put(
                    name,
                    values.stream()
                            .map(value -> value.replaceAll("(?i); ?secure(?=;|$)", ""))
                            .toList()));
            super.put(uri, local);
        }
    }

    private static HttpRequest.Builder request(String url, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? request.header("Accept", "text/html,*/*;q=0.8") : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
