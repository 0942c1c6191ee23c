package hadamask.codec.format;

import hadamask.file.InputException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The size of a pixel in the OME-XML of a TIFF: `PhysicalSizeX`, `PhysicalSizeY` and their units, of the first `Pixels`.
///
/// The text is from a stranger: no document type is read, no entity is replaced, nothing is fetched. What stands behind the
/// sizes may be cut off.
///
/// Source: the OME data model, `Pixels`, of 2016-06, in which a size without a unit is in micrometres.
final class OmeXml {
    private static final String MICROMETRES = "\u00b5m";

    private OmeXml() {
    }

    /// The size; null where none is said.
    static @Nullable PixelScale scale(String text) {
        List<PixelScale> found = new ArrayList<>();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Pixels")) {
                    PixelScale scale = scale(xml);
                    if (scale != null) {
                        found.add(scale);
                    }
                }
            }
        } catch (XMLStreamException e) {
            if (found.isEmpty()) {
                throw new InputException("has OME-XML that is broken, expected the size of its pixels",
                        PixelScale.ADVICE);
            }
        }
        if (found.isEmpty()) {
            return null;
        }
        PixelScale first = found.getFirst();
        boolean others = found.stream().anyMatch(scale -> scale.x() != first.x() || scale.y() != first.y());
        return others
                ? new PixelScale(first.x(), first.y(), first.said(),
                        "its OME-XML has images of several scales, that of the first was taken")
                : first;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    private static @Nullable PixelScale scale(XMLStreamReader pixels) {
        String x = pixels.getAttributeValue(null, "PhysicalSizeX");
        String y = pixels.getAttributeValue(null, "PhysicalSizeY");
        String unitX = unit(pixels, "PhysicalSizeXUnit");
        if (x == null) {
            return null;
        }
        PixelScale.requireLength(unitX, "OME-XML");
        double width = size(x, unitX);
        String said = "OME-XML's PhysicalSizeX " + x.strip() + " " + unitX;
        return y == null
                ? new PixelScale(width, width, said, "its OME-XML says no PhysicalSizeY, which was taken for the same")
                : new PixelScale(width, size(y, unit(pixels, "PhysicalSizeYUnit")), said, "");
    }

    private static String unit(XMLStreamReader pixels, String attribute) {
        String unit = pixels.getAttributeValue(null, attribute);
        return unit == null ? MICROMETRES : unit.strip();
    }

    private static double size(String value, String unit) {
        double size;
        try {
            size = Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            size = Double.NaN;
        }
        if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
            throw new InputException("has a pixel of \"" + value + "\" " + unit
                    + ", as its OME-XML says, expected a length above 0", PixelScale.ADVICE);
        }
        return size * PixelScale.micrometres(unit, "OME-XML");
    }
}
