package org.jiuzhu.e2e;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What comes out of the printer when the page is printed: 96 dots to the inch, as a browser counts. */
record Paper(List<BufferedImage> sheets, List<String> words) {

    private static final Path LATEST = Path.of("target/paper");
    private static final int DOTS = 96;
    private static final int DARK = 110;
    private static final int DIFFERENT = 90;

    /** @param name under which the pictures stand in {@code target/paper} */
    static Paper print(Page page, String name) {
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPrintBackground(true));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Files.createDirectories(LATEST);
            var renderer = new PDFRenderer(document);
            var stripper = new PDFTextStripper();
            List<BufferedImage> sheets = new ArrayList<>();
            List<String> words = new ArrayList<>();
            for (int n = 0; n < document.getNumberOfPages(); n++) {
                BufferedImage sheet = renderer.renderImageWithDPI(n, DOTS, ImageType.RGB);
                ImageIO.write(
                        sheet,
                        "png",
                        LATEST.resolve(name + "-" + (n + 1) + ".png").toFile());
                sheets.add(sheet);
                stripper.setStartPage(n + 1);
                stripper.setEndPage(n + 1);
                words.add(stripper.getText(document));
            }
            return new Paper(sheets, words);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static BufferedImage picture(String file) {
        try {
            return ImageIO.read(Path.of("src/test/resources/print", file).toFile());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    BufferedImage first() {
        return sheets.get(0);
    }

    /** The share of dots that clearly differ, each compared with its neighbours too: what a font's edges do is not seen. */
    static double difference(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1;
        }
        long different = 0;
        for (int y = 1; y < one.getHeight() - 1; y++) {
            for (int x = 1; x < one.getWidth() - 1; x++) {
                if (Math.abs(around(one, x, y) - around(other, x, y)) > DIFFERENT) {
                    different++;
                }
            }
        }
        return (double) different / ((long) one.getWidth() * one.getHeight());
    }

    /** Where ruled lines cross the sheet, from the top. */
    static List<Integer> ruledLines(BufferedImage sheet) {
        List<Integer> lines = new ArrayList<>();
        int last = -10;
        for (int y = 0; y < sheet.getHeight(); y++) {
            int dark = 0;
            for (int x = 0; x < sheet.getWidth(); x++) {
                dark += grey(sheet.getRGB(x, y)) < DARK + 60 ? 1 : 0;
            }
            if (dark > sheet.getWidth() * 6 / 10) {
                if (y - last > 3) {
                    lines.add(y);
                }
                last = y;
            }
        }
        return lines;
    }

    private static int around(BufferedImage image, int x, int y) {
        int sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                sum += grey(image.getRGB(x + dx, y + dy));
            }
        }
        return sum / 9;
    }

    private static int grey(int rgb) {
        return ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3;
    }
}
