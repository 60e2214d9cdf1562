package org.jiuzhu.servicerecord;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Problems;

/**
 * A picture as it is kept: drawn anew, upright and at most {@value #LONGEST} pixels long, so that nothing of what a
 * camera writes beside it, above all where it was taken, stays.
 */
public record Picture(byte[] jpeg) {

    static final int LONGEST = 1600;
    static final int MOST_BYTES = 10 * 1024 * 1024;
    static final int MOST_IN_A_RECORD = 9;
    static final long MOST_PIXELS = 50_000_000;
    private static final int MEGABYTE = 1024 * 1024;
    private static final float QUALITY = 0.82f;
    private static final String FIELD = "photos";

    /** @throws InvalidInput that names every file that cannot be kept, and why */
    public static List<Picture> of(List<ChosenFile> files) {
        if (files.size() > MOST_IN_A_RECORD) {
            throw tooMany(files.size());
        }
        var problems = new Problems();
        var pictures = new ArrayList<Picture>();
        for (ChosenFile file : files) {
            try {
                pictures.add(of(file));
            } catch (InvalidInput refused) {
                refused.problems()
                        .forEach(problem -> problems.add(
                                problem.field(),
                                problem.messageKey(),
                                problem.args().toArray()));
            }
        }
        problems.check();
        return List.copyOf(pictures);
    }

    /** @throws InvalidInput for anything but a whole JPEG or PNG picture of a usual size */
    static Picture of(ChosenFile file) {
        if (file.size() == 0) {
            throw refused("empty", file);
        }
        if (file.size() > MOST_BYTES) {
            throw refused("tooLarge", file, megabytes(file.size()), megabytes(MOST_BYTES));
        }
        byte[] bytes = file.bytes().get();
        PictureKind kind = PictureKind.of(bytes);
        if (!kind.isKept()) {
            throw refused(kind.name(), file);
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader =
                    ImageIO.getImageReadersByFormatName(kind.name()).next();
            try {
                reader.setInput(input, true, true);
                return new Picture(write(turned(read(reader, file), Orientation.of(bytes))));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw refused("broken", file);
        }
    }

    /** Skips pixels while decoding, so that a large photo never fills the memory. */
    private static BufferedImage read(ImageReader reader, ChosenFile file) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw refused("dimensions", file, String.valueOf(width), String.valueOf(height));
        }
        var whole = new Whole();
        reader.addIIOReadWarningListener(whole);
        int step = Math.max(1, Math.max(width, height) / LONGEST);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        if (!whole.isWhole) {
            throw refused("broken", file);
        }
        return image;
    }

    /** A JPEG that ends too early is decoded all the same, grey below; only a warning tells. */
    private static final class Whole implements IIOReadWarningListener {

        private boolean isWhole = true;

        @Override
        public void warningOccurred(ImageReader reader, String warning) {
            String words = warning.toLowerCase(Locale.ROOT);
            if (words.contains("premature") || words.contains("truncated")) {
                isWhole = false;
            }
        }
    }

    private static BufferedImage turned(BufferedImage image, Orientation orientation) {
        double scale = Math.min(1, (double) LONGEST / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean lies = orientation.quarters() % 2 == 1;
        BufferedImage upright =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        AffineTransform move = new AffineTransform();
        move.translate(upright.getWidth() / 2.0, upright.getHeight() / 2.0);
        move.quadrantRotate(orientation.quarters());
        move.scale(orientation.mirrored() ? -scale : scale, scale);
        move.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        Graphics2D pen = upright.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setBackground(Color.WHITE);
        pen.clearRect(0, 0, upright.getWidth(), upright.getHeight());
        pen.drawImage(image, move, null);
        pen.dispose();
        return upright;
    }

    private static byte[] write(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static InvalidInput tooMany(int pictures) {
        return new InvalidInput(FieldProblem.of(
                FIELD, "servicerecord.pictures", String.valueOf(MOST_IN_A_RECORD), String.valueOf(pictures)));
    }

    private static String megabytes(long bytes) {
        return String.valueOf((bytes + MEGABYTE - 1) / MEGABYTE);
    }

    private static InvalidInput refused(String why, ChosenFile file, Object... args) {
        return new InvalidInput(new FieldProblem(
                FIELD,
                "servicerecord.picture." + why,
                Stream.concat(Stream.of((Object) file.name()), Stream.of(args)).toList()));
    }
}
