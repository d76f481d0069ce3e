<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Hejiao</source>
        <translation>关于核校</translation>
    </message>
    <message>
        <source>Review of annual reports on information disclosure, without a network. MIT licence</source>
        <translation>离线核校政府信息公开工作年度报告。MIT 许可</translation>
    </message>
    <message>
        <source>This program uses Qt under the GNU Lesser General Public License, version 3. Qt&apos;s libraries are files of their own in the program&apos;s folder and may be replaced by other builds of them; the licence also permits reverse engineering for that purpose. Their source is published by the Qt Project.</source>
        <translation>本程序按 GNU 宽通用公共许可证第 3 版（LGPL-3.0）使用 Qt。Qt 的各个库在程序文件夹中是独立的文件，可以换成自行编译的版本；该许可也允许为此目的进行反向工程。Qt 的源代码由 Qt 项目公开。</translation>
    </message>
    <message>
        <source>Components and licences</source>
        <translation>组成部分与许可</translation>
    </message>
    <message>
        <source>Licence texts</source>
        <translation>许可全文</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Back up project…</source>
        <translation>备份项目…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Find in the original</source>
        <translation>在原文中查找</translation>
    </message>
    <message>
        <source>Find a report</source>
        <translation>找报告</translation>
    </message>
    <message>
        <source>Go to a value</source>
        <translation>转到值</translation>
    </message>
    <message>
        <source>Confirm and go on</source>
        <translation>确认并继续</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Not a value</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Postpone or resume</source>
        <translation>搁置或恢复</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新待核</translation>
    </message>
    <message>
        <source>Take the selected words</source>
        <translation>取用选中的原文</translation>
    </message>
    <message>
        <source>Add a value from the selection…</source>
        <translation>由选中的原文补录…</translation>
    </message>
    <message>
        <source>Choose how a run of digits is read</source>
        <translation>选连写数字的读法</translation>
    </message>
    <message>
        <source>Accept proved in this tab</source>
        <translation>接受本页已证</translation>
    </message>
    <message>
        <source>Accept proved</source>
        <translation>接受已证</translation>
    </message>
    <message>
        <source>Accept all proved in the report</source>
        <translation>接受本份全部已证</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>As printed: close the finding</source>
        <translation>原文如此：关闭问题</translation>
    </message>
    <message>
        <source>Explain the finding…</source>
        <translation>说明问题…</translation>
    </message>
    <message>
        <source>Finish the report, open the next</source>
        <translation>完成本份，打开下一份</translation>
    </message>
    <message>
        <source>Return the report…</source>
        <translation>退回本份…</translation>
    </message>
    <message>
        <source>Previous report</source>
        <translation>上一份报告</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一份</translation>
    </message>
    <message>
        <source>Next report</source>
        <translation>下一份报告</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一份</translation>
    </message>
    <message>
        <source>Show the evidence</source>
        <translation>定位到原文</translation>
    </message>
    <message>
        <source>Back to the value</source>
        <translation>回到值</translation>
    </message>
    <message>
        <source>History of the value</source>
        <translation>值的历史</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>提取结果</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>下一个窗格</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>上一个窗格</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签</translation>
    </message>
    <message>
        <source>Open values only</source>
        <translation>只看待核</translation>
    </message>
    <message>
        <source>Filter the reports</source>
        <translation>筛选报告</translation>
    </message>
    <message>
        <source>Original larger</source>
        <translation>放大原文</translation>
    </message>
    <message>
        <source>Original smaller</source>
        <translation>缩小原文</translation>
    </message>
    <message>
        <source>Original at 100%</source>
        <translation>原文 100%</translation>
    </message>
    <message>
        <source>Fit the words</source>
        <translation>适合文字</translation>
    </message>
    <message>
        <source>Fit the page&apos;s width</source>
        <translation>适合页宽</translation>
    </message>
    <message>
        <source>Fit the whole page</source>
        <translation>适合整页</translation>
    </message>
    <message>
        <source>Pages or text</source>
        <translation>原版或文字</translation>
    </message>
    <message>
        <source>Pages in small</source>
        <translation>页面缩略图</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>打开原件</translation>
    </message>
    <message>
        <source>Larger font</source>
        <translation>放大字号</translation>
    </message>
    <message>
        <source>Smaller font</source>
        <translation>缩小字号</translation>
    </message>
    <message>
        <source>Check this report again</source>
        <translation>重新核查本份</translation>
    </message>
    <message>
        <source>Verify the project file</source>
        <translation>校验项目文件</translation>
    </message>
    <message>
        <source>Change the operator…</source>
        <translation>更换操作人…</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Map of the keys</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>About Hejiao</source>
        <translation>关于核校</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>核校(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>导出为</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Read in another encoding</source>
        <translation>换编码重读</translation>
    </message>
</context>
<context>
    <name>AddValue</name>
    <message>
        <source>Add a value</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>补录</translation>
    </message>
</context>
<context>
    <name>BottomPanel</name>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Orphaned</source>
        <translation>无主决定</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Choose a finding</source>
        <translation>选一个问题看两边</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>原文如此</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>写明</translation>
    </message>
    <message>
        <source>As printed: {who}, {at}</source>
        <translation>原文如此：{who}，{at}</translation>
    </message>
    <message>
        <source>{n} parts added up</source>
        <translation>{n} 个分项相加</translation>
    </message>
    <message>
        <source>{n} values</source>
        <translation>{n} 项</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>算出</translation>
    </message>
</context>
<context>
    <name>EmptyView</name>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>还没有报告</translation>
    </message>
    <message>
        <source>Drop or paste files or folders of annual reports on the window, or begin here.</source>
        <translation>把年度报告的文件或文件夹拖到窗口里、粘贴进来，或从下面开始</translation>
    </message>
    <message>
        <source>Reads PDF, DOCX, DOC, WPS, RTF, ODT, XLSX, XLS, ET, ODS, HTML, MHT, TXT and ZIP of these</source>
        <translation>可读 PDF、DOCX、DOC、WPS、RTF、ODT、XLSX、XLS、ET、ODS、HTML、MHT、TXT，及其 ZIP 压缩包</translation>
    </message>
    <message>
        <source>With the add-on for scans also JPG, PNG, TIFF, BMP and PDF without text</source>
        <translation>装有扫描识别组件时，还可读 JPG、PNG、TIFF、BMP 和没有文字的 PDF</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>昨天 {time}</translation>
    </message>
</context>
<context>
    <name>FailureView</name>
    <message>
        <source>Not read</source>
        <translation>没有读成</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>All files were read</source>
        <translation>文件都读成了</translation>
    </message>
    <message>
        <source>Import anyway</source>
        <translation>仍要导入</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Give password…</source>
        <translation>输入密码…</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Wait for the task to end, or cancel it</source>
        <translation>等任务结束，或先取消</translation>
    </message>
    <message>
        <source> (open elsewhere too)</source>
        <translation>（另一个窗口也开着）</translation>
    </message>
    <message>
        <source>“{name}” is open in another window already (on {host}). Decisions made there are seen here when the report is opened again; of two steps on the same value the later one is refused.</source>
        <translation>“{name}”在另一个窗口里已经打开（{host}）。那边作的决定，这边重新打开报告才看得到；同一个值两边都改，后改的不存</translation>
    </message>
    <message>
        <source>Reports.hejiao</source>
        <translation>年度报告.hejiao</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Hejiao projects</source>
        <translation>核校项目</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>{n} more wait for their turn</source>
        <translation>还有 {n} 项排队等候</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n} 个文件</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在导入 {name}</translation>
    </message>
    <message>
        <source>Drop to import {n}</source>
        <translation>松开即导入 {n} 项</translation>
    </message>
    <message>
        <source>Imported {n}</source>
        <translation>导入 {n} 份</translation>
    </message>
    <message>
        <source>Imported {n} from {files} file(s)</source>
        <translation>从 {files} 个文件导入 {n} 份</translation>
    </message>
    <message>
        <source>, already there {m}</source>
        <translation>，已有 {m} 份</translation>
    </message>
    <message>
        <source>, not read {k}</source>
        <translation>，没有读成 {k} 份</translation>
    </message>
    <message>
        <source>Stopped. {words}</source>
        <translation>已停止。{words}</translation>
    </message>
    <message>
        <source>Wrong password for “{name}”</source>
        <translation>“{name}”的密码不对</translation>
    </message>
    <message>
        <source>Already there: {names}</source>
        <translation>已有：{names}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>“{name}” is already there. Replace it?</source>
        <translation>已有“{name}”，替换它吗？</translation>
    </message>
    <message>
        <source>Exported {names}</source>
        <translation>已导出 {names}</translation>
    </message>
    <message>
        <source>Exporting {name}</source>
        <translation>正在导出 {name}</translation>
    </message>
    <message>
        <source>{name}-backup.hejiao</source>
        <translation>{name}-备份.hejiao</translation>
    </message>
    <message>
        <source>Back up project</source>
        <translation>备份项目</translation>
    </message>
    <message>
        <source>The project file is whole</source>
        <translation>项目文件完好</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Verifying {name}</source>
        <translation>正在校验 {name}</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the original</source>
        <translation>在原文中查找</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Why is it so? The explanation closes the finding</source>
        <translation>为什么是这样？写下说明，问题随之关闭</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>没有问题</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机读</translation>
    </message>
    <message>
        <source>read {text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>Orphaned</source>
        <translation>无主决定</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重读</translation>
    </message>
    <message>
        <source>Fits no value any more</source>
        <translation>不再对应任何值</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Not a value</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>重新待核</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>补录</translation>
    </message>
    <message>
        <source>Accepted as proved</source>
        <translation>接受已证</translation>
    </message>
    <message>
        <source>Filled down</source>
        <translation>向下填充</translation>
    </message>
    <message>
        <source>Run read</source>
        <translation>拆开连写</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>As printed</source>
        <translation>原文如此</translation>
    </message>
    <message>
        <source>Finding opened again</source>
        <translation>问题重新打开</translation>
    </message>
    <message>
        <source>State of the report</source>
        <translation>报告状态</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有记录</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>About the value</source>
        <translation>当前值</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Not a value</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>存更正</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>机读</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>the machine read nothing here</source>
        <translation>机器没有读到，由人补录</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>is no number</source>
        <translation>不是数字</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Change keys</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Map of the keys</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>全部还原</translation>
    </message>
    <message>
        <source>{key} belongs to input methods; choose another</source>
        <translation>{key} 归输入法使用，另选一个</translation>
    </message>
    <message>
        <source>{key} alone would be typed; choose one with Ctrl or Alt</source>
        <translation>{key} 单独按会打出字来，配上 Ctrl 或 Alt</translation>
    </message>
    <message>
        <source>{key} is already used by “{action}”</source>
        <translation>{key} 已用于“{action}”</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no further report in the list</source>
        <translation>列表里没有更多报告</translation>
    </message>
    <message>
        <source>Signed off {name}</source>
        <translation>已签发 {name}</translation>
    </message>
    <message>
        <source>Finished {name}</source>
        <translation>已完成 {name}</translation>
    </message>
    <message>
        <source>{said}; none waits to be signed off</source>
        <translation>{said}，没有待签发的报告了</translation>
    </message>
    <message>
        <source>{said}; no report waits any more</source>
        <translation>{said}，没有待核的报告了</translation>
    </message>
    <message>
        <source>Wait for the task to end, or cancel it</source>
        <translation>等任务结束，或先取消</translation>
    </message>
</context>
<context>
    <name>Manual</name>
    <message>
        <source>Manual</source>
        <translation>使用手册</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Map of the keys</source>
        <translation>快捷键一览</translation>
    </message>
</context>
<context>
    <name>OriginalHead</name>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Pages in small</source>
        <translation>页面缩略图</translation>
    </message>
    <message>
        <source>Find in the original</source>
        <translation>在原文中查找</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Show the text with its tables</source>
        <translation>显示文字和表格</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>原版</translation>
    </message>
    <message>
        <source>Show the pages as they are printed</source>
        <translation>按原版显示页面</translation>
    </message>
    <message>
        <source>Fit the words</source>
        <translation>适合文字</translation>
    </message>
    <message>
        <source>Fit the page&apos;s width</source>
        <translation>适合页宽</translation>
    </message>
    <message>
        <source>Fit the whole page</source>
        <translation>适合整页</translation>
    </message>
    <message>
        <source>Report {n} of {count}</source>
        <translation>第 {n} 份，共 {count} 份</translation>
    </message>
    <message>
        <source>Page {n}/{count}</source>
        <translation>第 {n}/{count} 页</translation>
    </message>
    <message>
        <source>Zoom {percent}</source>
        <translation>缩放 {percent}</translation>
    </message>
</context>
<context>
    <name>OriginalView</name>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
</context>
<context>
    <name>Originals</name>
    <message>
        <source>Opened a read-only copy of “{name}”</source>
        <translation>已打开只读副本“{name}”</translation>
    </message>
    <message>
        <source>No program here opens “{name}”</source>
        <translation>这台电脑没有能打开“{name}”的程序</translation>
    </message>
    <message>
        <source>The report is signed off; return it before reading it again</source>
        <translation>本份已签发，先退回再重读</translation>
    </message>
    <message>
        <source>{n} decisions fit no value of this reading; they are kept in the history</source>
        <translation>{n} 项核校在新的读法里没有对应的值，已保留在历史里</translation>
    </message>
    <message>
        <source>No words are inside the frame; what is only a picture has to be typed</source>
        <translation>框里没有文字；只有图像的，直接键入</translation>
    </message>
    <message>
        <source>{keys} takes “{words}” into {value}</source>
        <translation>按 {keys} 把“{words}”取入“{value}”</translation>
    </message>
</context>
<context>
    <name>PageColumn</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password of “{name}”</source>
        <translation>“{name}”的密码</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Finish report</source>
        <translation>完成本份</translation>
    </message>
    <message>
        <source>Return report</source>
        <translation>退回本份</translation>
    </message>
    <message>
        <source>Your name, for the history of what you decide</source>
        <translation>你的姓名，记入核校历史</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Filter the reports</source>
        <translation>筛选报告</translation>
    </message>
    <message>
        <source>No report fits the filter</source>
        <translation>没有符合筛选的报告</translation>
    </message>
    <message>
        <source>Name, region, file</source>
        <translation>名称、地区、文件</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>关键字</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>With errors or warnings</source>
        <translation>有错误或警告</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Any year</source>
        <translation>全部年度</translation>
    </message>
    <message>
        <source>Any region</source>
        <translation>全部地区</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open only</source>
        <translation>待核</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Table {n}</source>
        <translation>表{n}</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>The paste changes {n} values</source>
        <translation>粘贴将改动 {n} 个值</translation>
    </message>
    <message>
        <source>, {n} cells fall outside the table</source>
        <translation>，{n} 格超出表外</translation>
    </message>
    <message>
        <source>Filling down changes {n} values</source>
        <translation>填充将改动 {n} 个值</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>The report is signed off; return it before changing it</source>
        <translation>本份已签发，先退回再改</translation>
    </message>
    <message>
        <source>“{text}” is no number; Enter again stores it as words</source>
        <translation>“{text}”不是数字，再按 Enter 按文字存下</translation>
    </message>
    <message>
        <source>No value waits any more; finish the report</source>
        <translation>没有待核的值了，可以完成本份</translation>
    </message>
    <message>
        <source>Postpone: what has to be cleared up?</source>
        <translation>搁置：还要弄清什么？</translation>
    </message>
    <message>
        <source>Note on this value</source>
        <translation>这个值的备注</translation>
    </message>
    <message>
        <source>Select the words in the original first</source>
        <translation>先在原文中选中文字</translation>
    </message>
    <message>
        <source>Nothing proved waits here</source>
        <translation>这里没有待接受的已证值</translation>
    </message>
    <message>
        <source>Accepted {n} proved values</source>
        <translation>已接受 {n} 个已证值</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>No run of digits is open in this report</source>
        <translation>本份没有待拆的连写数字</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Reports, values, original</source>
        <translation>找报告、指标、原文</translation>
    </message>
    <message>
        <source>Find reports, values and words</source>
        <translation>找报告、指标和原文</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
</context>
<context>
    <name>SectionsModel</name>
    <message>
        <source>Chapter</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>The report is signed off already</source>
        <translation>本份已签发</translation>
    </message>
    <message>
        <source>Values that wait: {n}, open errors: {errors}</source>
        <translation>还有 {n} 个值待核，{errors} 个错误未了结</translation>
    </message>
    <message>
        <source>Values that wait: {n}</source>
        <translation>还有 {n} 个值待核</translation>
    </message>
    <message>
        <source>Open errors: {errors}</source>
        <translation>还有 {errors} 个错误未了结</translation>
    </message>
    <message>
        <source>Reason for signing off all the same</source>
        <translation>仍要签发的理由</translation>
    </message>
    <message>
        <source>Reason for finishing all the same</source>
        <translation>仍要完成的理由</translation>
    </message>
    <message>
        <source>Why is the report returned?</source>
        <translation>为什么退回？</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>No project is open</source>
        <translation>没有打开的项目</translation>
    </message>
    <message>
        <source>All {done}/{total}</source>
        <translation>全部 {done}/{total}</translation>
    </message>
    <message>
        <source>This {done}/{total}</source>
        <translation>本份 {done}/{total}</translation>
    </message>
    <message>
        <source>Encoding: click to read the file in another one</source>
        <translation>编码：点一下，换编码重读</translation>
    </message>
    <message>
        <source>Form {name}</source>
        <translation>表式 {name}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>已保存 {time}</translation>
    </message>
    <message>
        <source>Operator {name}</source>
        <translation>操作人 {name}</translation>
    </message>
    <message>
        <source>Operator not named</source>
        <translation>操作人未填</translation>
    </message>
    <message>
        <source>Click to change the operator</source>
        <translation>点一下，更换操作人</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Finish report</source>
        <translation>完成本份</translation>
    </message>
    <message>
        <source>Checked {n}</source>
        <translation>已核 {n}</translation>
    </message>
    <message>
        <source>Proved {n}</source>
        <translation>已证 {n}</translation>
    </message>
    <message>
        <source>Open {n}</source>
        <translation>待核 {n}</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>签发</translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{rate} a second&#x3000;{left} s left</source>
        <translation>每秒 {rate} 份&#x3000;还需 {left} 秒</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>No task is running</source>
        <translation>没有正在进行的任务</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ValueDelegate</name>
    <message>
        <source>by hand</source>
        <translation>手工</translation>
    </message>
</context>
<context>
    <name>ValuesModel</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
</context>
<context>
    <name>WayButtons</name>
    <message>
        <source>blank</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Read the row as {way}</source>
        <translation>本行读作 {way}</translation>
    </message>
</context>
<context>
    <name>_Cards</name>
    <message>
        <source>Difference</source>
        <translation>相差</translation>
    </message>
</context>
<context>
    <name>_Pages</name>
    <message>
        <source>Page {n}</source>
        <translation>第 {n} 页</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>{n} times in the original</source>
        <translation>原文中 {n} 处</translation>
    </message>
</context>
</TS>
