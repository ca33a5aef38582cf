// One engine for Node, in a process of its own: fills when told, and says how long it took.
//
//     node worker.js docxtemplater|easy-template-x TEMPLATE DATA
//
// A line `5` fills five times and answers with their milliseconds, a line `save FILE` writes the last document.
// The engine is looked for in the current folder's node_modules.
"use strict";

const fs = require("fs");
const path = require("path");
const readline = require("readline");
const { createRequire } = require("module");

const requireHere = createRequire(path.join(process.cwd(), "package.json"));

const ENGINES = {
  docxtemplater() {
    const PizZip = requireHere("pizzip");
    const Docxtemplater = requireHere("docxtemplater");
    return async (template, data) => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(data);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x"() {
    const { TemplateHandler } = requireHere("easy-template-x");
    const handler = new TemplateHandler();
    return (template, data) => handler.process(template, data);
  },
};

function versionOf(name) {
  const file = path.join(process.cwd(), "node_modules", name, "package.json");
  return JSON.parse(fs.readFileSync(file, "utf8")).version;
}

async function main() {
  const [name, templateFile, dataFile] = process.argv.slice(2);
  const fill = ENGINES[name]();
  const template = fs.readFileSync(templateFile);
  const data = JSON.parse(fs.readFileSync(dataFile, "utf8"));
  let last = null;
  console.log(JSON.stringify({ version: versionOf(name) }));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (line.startsWith("save ")) {
      fs.writeFileSync(line.slice(5).trim(), last);
      console.log("{}");
      continue;
    }
    const times = [];
    for (let turn = 0; turn < Number(line); turn++) {
      const started = process.hrtime.bigint();
      last = await fill(template, data);
      times.push(Number(process.hrtime.bigint() - started) / 1e6);
    }
    console.log(JSON.stringify(times));
  }
}

main();
