package org.jiuzhu.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jiuzhu.support.Chromium;

/** One person at a browser of their own, who fills forms by their labels and notices what breaks on any page. */
final class Colleague implements AutoCloseable {

    private static final double PATIENCE = 60_000;

    private final BrowserContext browser;
    private final String base;
    private final boolean english;
    private final List<String> broken = new CopyOnWriteArrayList<>();
    final Page page;

    /** @param language {@code zh} or {@code en} */
    Colleague(Chromium chromium, String base, int width, String language) {
        this.browser = chromium.person(width, width < 600 ? 844 : 900);
        this.base = base;
        this.english = language.equals("en");
        browser.setDefaultTimeout(PATIENCE);
        page = browser.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                broken.add(message.text() + " at " + page.url());
            }
        });
        page.onPageError(error -> broken.add(error + " at " + page.url()));
        page.onDialog(dialog -> {
            broken.add("A dialog says " + dialog.message());
            dialog.dismiss();
        });
        page.navigate(base + "/login?lang=" + language);
    }

    Colleague logIn(String username) {
        Locator somebody = page.locator("button[name=username][value='" + username + "']");
        if (!somebody.isVisible()) {
            page.locator("details.at")
                    .filter(new Locator.FilterOptions().setHas(somebody))
                    .locator("summary")
                    .click();
        }
        somebody.click();
        page.waitForURL(base + "/tasks");
        looksRight();
        return this;
    }

    Colleague inTheme(String theme) {
        browser.addCookies(List.of(new Cookie("jz_theme", theme).setUrl(base)));
        return this;
    }

    /** Goes on with the Tab key until the element has the focus. */
    Colleague tabTo(String selector) {
        for (int presses = 0; presses < 120; presses++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return this;
            }
        }
        throw new AssertionError("The Tab key never comes to " + selector);
    }

    Response open(String path) {
        Response answer = page.navigate(base + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        if (answer.status() < 400) {
            looksRight();
        }
        return answer;
    }

    /** Takes a task from the list, which another thread may still be writing, and waits for its form. */
    Colleague claim(String title, String about) {
        open("/tasks?scope=all");
        Locator row = row(title, about);
        for (int look = 0; look < 30 && row.count() == 0; look++) {
            page.waitForTimeout(500);
            page.reload();
        }
        row.locator("form[action$='/claim'] button").click();
        page.waitForURL(Pattern.compile("/tasks/[^/?]+$"));
        return formIsThere();
    }

    Locator row(String title, String about) {
        return page.locator("article.wr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("a.t", new Page.LocatorOptions().setHasText(title))))
                .filter(new Locator.FilterOptions().setHasText(about));
    }

    Colleague formIsThere() {
        page.locator("[data-island=form][data-ready=true]").waitFor();
        looksRight();
        return this;
    }

    Filling form(String file) {
        return new Filling(new FormWords(file, english));
    }

    /** No part of a page reaches over its side, and nothing on it has failed. */
    Colleague looksRight() {
        page.waitForLoadState();
        Object wider = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) wider).intValue())
                .as("sideways scroll at %s", page.url())
                .isLessThanOrEqualTo(0);
        assertThat(broken).as("what the browser complains about").isEmpty();
        return this;
    }

    /** What has failed until now is known and expected. */
    void expectFailure() {
        broken.clear();
    }

    /** A form being filled in; fields by their place in the answers, found and touched by their labels. */
    final class Filling {

        private final FormWords words;

        private Filling(FormWords words) {
            this.words = words;
        }

        Filling choose(String field, String... values) {
            for (String value : values) {
                chooseText(field, words.choice(field, value));
            }
            return this;
        }

        /** A choice that only the server knows. */
        Filling chooseText(String field, String text) {
            frame(field)
                    .getByLabel(text, new Locator.GetByLabelOptions().setExact(true))
                    .check();
            return this;
        }

        Filling pick(String field, String text) {
            Locator select = labelled(field);
            String option = select.locator("option")
                    .filter(new Locator.FilterOptions().setHasText(text))
                    .first()
                    .getAttribute("value");
            select.selectOption(option);
            return this;
        }

        Filling write(String field, String text) {
            labelled(field).fill(text);
            return this;
        }

        Filling date(String field, LocalDate day) {
            return write(field, day.toString());
        }

        Filling all(Map<String, String> choices) {
            choices.forEach(this::choose);
            return this;
        }

        /** Hands in, and stands on the next page. */
        Colleague submit() {
            String here = page.url();
            page.locator("[data-form-submit]").click();
            page.waitForURL(url -> !url.equals(here));
            return looksRight();
        }

        private Locator frame(String field) {
            Locator frame = page.locator(".f[data-path='" + field + "']");
            assertThat(frame).hasAttribute("data-label", words.label(field));
            return frame;
        }

        private Locator labelled(String field) {
            return frame(field).getByLabel(words.label(field));
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
