import { archiveOf } from "#app/documents/stable-archive.ts";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const drawing =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contentTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** One red pixel. */
export const logotype = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC",
  "base64",
);

const paragraphStyle = (id: string, name: string, rest = "", attributes = "") =>
  `<w:style w:type="paragraph" w:styleId="${id}"${attributes}><w:name w:val="${name}"/>${rest}</w:style>`;

export const templateText = {
  header: `<w:hdr ${w} ${r}><w:p><w:pPr><w:pStyle w:val="Sidhuvud"/></w:pPr><w:r><w:t>Ekvallens kommun</w:t></w:r></w:p></w:hdr>`,
  firstHeader: `<w:hdr ${w} ${r} ${drawing}><w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="300000"/><wp:docPr id="1" name="Logotyp" descr="Ekvallens kommun"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:hdr>`,
  footer: `<w:ftr ${w} ${r}><w:p><w:r><w:t>Torget 1, Ekvallen</w:t></w:r></w:p></w:ftr>`,
};

/** Parts of an invented municipality's letterhead, as a Swedish Word writes one: style ids are Swedish, names English. */
export function templateParts(): Record<string, string | Buffer> {
  return {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${contentTypes}.template.main+xml"/><Override PartName="/word/styles.xml" ContentType="${contentTypes}.styles+xml"/><Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/><Override PartName="/word/header1.xml" ContentType="${contentTypes}.header+xml"/><Override PartName="/word/header2.xml" ContentType="${contentTypes}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="${contentTypes}.footer+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationTypes}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document ${w} ${r}><w:body><w:p><w:r><w:t>Mallens egen text</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2000" w:right="1200" w:bottom="1500" w:left="2200" w:header="600" w:footer="500" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationTypes}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relationTypes}/theme" Target="theme/theme1.xml"/><Relationship Id="rId3" Type="${relationTypes}/header" Target="header1.xml"/><Relationship Id="rId4" Type="${relationTypes}/header" Target="header2.xml"/><Relationship Id="rId5" Type="${relationTypes}/footer" Target="footer1.xml"/></Relationships>`,
    "word/_rels/header2.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationTypes}/image" Target="media/image1.png"/></Relationships>`,
    "word/styles.xml": `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>${paragraphStyle("Normal", "Normal", "<w:qFormat/>", ' w:default="1"')}<w:style w:type="table" w:default="1" w:styleId="Normaltabell"><w:name w:val="Normal Table"/></w:style>${paragraphStyle("Rubrik1", "heading 1", '<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="7A1F3D"/></w:rPr>')}${paragraphStyle("Rubrik2", "heading 2", '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>')}${paragraphStyle("Sidhuvud", "header")}${paragraphStyle("Lead", "Ingress")}</w:styles>`,
    "word/theme/theme1.xml": `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Ekvallen"><a:themeElements/></a:theme>`,
    "word/header1.xml": templateText.header,
    "word/header2.xml": templateText.firstHeader,
    "word/footer1.xml": templateText.footer,
    "word/media/image1.png": logotype,
  };
}

/** The template as a file, with some parts changed; null leaves one out. */
export const templateFile = (changed: Readonly<Record<string, string | Buffer | null>> = {}): Buffer =>
  archiveOf(
    Object.entries({ ...templateParts(), ...changed }).flatMap(([name, content]) =>
      content === null ? [] : [{ name, content: Buffer.from(content) }],
    ),
  );
