package org.jiuzhu.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuzhu.support.Chromium;

/** What consultants wait for: pages over HTTP as many people see them, and one on a slow phone. */
final class Pages {

    private static final String PASSWORD = "demo";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");
    private static final int SLOWER = 6;
    private static final double BYTES_PER_SECOND = 6.4e6 / 8;
    private static final double LOOK_MS = 20;

    private Pages() {}

    static Map<String, Object> atRest(BenchRun run) throws Exception {
        Product product = run.product();
        product.stand("2026-07-20T09:00:00");
        measure(product, 2);
        return measure(product, Integer.getInteger("rounds", 10));
    }

    /** The first work-list page, and Today where the product has it, as everybody who can log in at a point sees them. */
    static Map<String, Object> measure(Product product, int rounds) throws IOException, InterruptedException {
        List<HttpClient> people = new ArrayList<>();
        for (String username : consultants(product)) {
            people.add(login(product, username));
        }
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("people", people.size());
        for (String path : paths(product, people.get(0))) {
            List<Double> times = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                for (HttpClient person : people) {
                    long start = System.nanoTime();
                    get(person, product.page(path));
                    times.add((System.nanoTime() - start) / 1e6);
                }
            }
            Meter.spread(measured, path, times);
        }
        return measured;
    }

    private static List<String> paths(Product product, HttpClient person) throws IOException, InterruptedException {
        HttpResponse<String> today = person.send(
                HttpRequest.newBuilder(URI.create(product.page("/today"))).build(),
                HttpResponse.BodyHandlers.ofString());
        return today.statusCode() == 200 ? List.of("/tasks", "/today") : List.of("/tasks");
    }

    private static List<String> consultants(Product product) {
        return product.system(() -> product.jdbc()
                .queryForList(
                        """
                        select username from consultant where position in ('POINT_LEAD', 'POINT_CONSULTANT') and filing = 'FILED'
                          and username not like 'bench.%' order by username
                        """,
                        String.class));
    }

    private static HttpClient login(Product product, String username) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Matcher token = TOKEN.matcher(get(http, product.page("/login")));
        if (!token.find()) {
            throw new IllegalStateException("The login page has no token");
        }
        http.send(
                HttpRequest.newBuilder(URI.create(product.page("/login")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=" + username + "&password=" + PASSWORD + "&_csrf=" + token.group(1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return http;
    }

    private static String get(HttpClient http, String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(url + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Chromium at a sixth of its speed over 6.4 Mbit/s with 40 ms of latency; milliseconds until the page is loaded. */
    static Map<String, Object> onAPhone(BenchRun run) throws Exception {
        Product product = run.product();
        product.stand("2026-07-20T09:00:00");
        HttpClient somebody = login(product, consultants(product).get(0));
        String path = paths(product, somebody).contains("/today") ? "/today" : "/tasks";
        List<Double> painted = new ArrayList<>();
        List<Double> loaded = new ArrayList<>();
        try (Chromium chromium = Chromium.start();
                BrowserContext phone = chromium.person(390, 844)) {
            Page page = phone.newPage();
            page.navigate(product.page("/login"));
            page.evaluate("document.querySelectorAll('details').forEach(some => some.open = true)");
            page.locator("button[name=username][value='" + consultants(product).get(0) + "']")
                    .click();
            page.waitForURL(url -> !url.contains("/login"));
            slow(phone.newCDPSession(page));
            for (int i = 0; i < 7; i++) {
                page.navigate(product.page(path));
                while (number(page, "performance.getEntriesByName('first-contentful-paint').length") == 0) {
                    page.waitForTimeout(LOOK_MS);
                }
                painted.add(number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime"));
                loaded.add(number(page, "performance.getEntriesByType('navigation')[0].loadEventStart"));
            }
        }
        return Map.of(
                "path", path,
                "cold first paint ms", Meter.round(painted.get(0)),
                "cold loaded ms", Meter.round(loaded.get(0)),
                "warm first paint ms (median)", median(painted.subList(2, 7)),
                "warm loaded ms (median)", median(loaded.subList(2, 7)));
    }

    private static void slow(CDPSession session) {
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", SLOWER);
        session.send("Emulation.setCPUThrottlingRate", rate);
        session.send("Network.enable");
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", 40);
        network.addProperty("downloadThroughput", BYTES_PER_SECOND);
        network.addProperty("uploadThroughput", BYTES_PER_SECOND);
        session.send("Network.emulateNetworkConditions", network);
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static double median(List<Double> values) {
        return Meter.round(values.stream().sorted().toList().get(values.size() / 2));
    }
}
